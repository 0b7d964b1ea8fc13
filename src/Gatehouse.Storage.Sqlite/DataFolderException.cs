namespace Gatehouse.Storage.Sqlite;

/// <summary>The server must not start on this data folder: it is in use, damaged, of a newer version, or cannot be written.</summary>
/// <remarks>The message is for the operator, names the folder or file, and says what to do.</remarks>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
