using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Rules that several commands about a label share.</summary>
internal static class LabelRules
{
    /// <summary>The label is in a state in which this can be done; the refusal says which it is in.</summary>
    /// <param name="act">What one does, in the infinitive, and the states in which it can be done.</param>
    public static IRuleBuilderOptions<T, TProperty> MustBeInStateFor<T, TProperty>(
        this IRuleBuilder<T, TProperty> rule,
        LabellingDbContext db,
        Func<T, string> number,
        Func<T, (string Verb, LabelStatus[] From)> act
    ) =>
        rule.MustAsync(
                async (command, _, context, ct) =>
                {
                    var wanted = number(command);
                    var status = await db.Labels.Where(l => l.Number == wanted).Select(l => l.Status).SingleAsync(ct);
                    var (verb, from) = act(command);
                    context.MessageFormatter.AppendArgument("Reason", Label.Impossible(verb, status, from));
                    return from.Contains(status);
                }
            )
            .WithMessage("{Reason}");
}
