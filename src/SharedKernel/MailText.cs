using System.Text;

namespace CaseNumerique.SharedKernel;

/// <summary>Writes the plain form of a mail, in lines of at most 72 characters.</summary>
public sealed class MailText
{
    private const int Width = 72;

    private readonly StringBuilder _text = new();

    public MailText Paragraph(string words)
    {
        Lines(words);
        _text.Append('\n');
        return this;
    }

    /// <summary>Words folded to the width.</summary>
    /// <param name="hanging">Spaces before each line but the first.</param>
    public MailText Lines(string words, int hanging = 0)
    {
        var length = 0;
        foreach (var word in FrenchText.Typeset(words).Split(' '))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                _text.Append('\n').Append(' ', hanging);
                length = hanging;
            }
            else if (length > 0)
            {
                _text.Append(' ');
                length++;
            }

            _text.Append(word);
            length += word.Length;
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>As it is: a heading, an address that must not be folded.</summary>
    public MailText Raw(string words)
    {
        _text.Append(words);
        return this;
    }

    public override string ToString() => _text.ToString();
}
