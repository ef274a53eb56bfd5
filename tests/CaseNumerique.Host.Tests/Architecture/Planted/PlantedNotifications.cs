using MediatR;

namespace CaseNumerique.Host.Tests.Architecture.Planted;

internal sealed class PlantedNotice : INotification;

internal sealed record PlantedFact(DateTimeOffset When) : INotification;

internal sealed record PlantedWhole(IReadOnlyList<PlantedPart> Parts) : INotification;

internal sealed record PlantedPart(DayOfWeek Day);
