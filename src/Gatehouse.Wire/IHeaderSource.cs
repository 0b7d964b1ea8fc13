namespace Gatehouse.Wire;

/// <summary>The headers of a request, wherever the host keeps them.</summary>
public interface IHeaderSource
{
    /// <summary>The value of a header, names without regard to case; several values are joined by commas; null when absent.</summary>
    string? Find(string name);
}
