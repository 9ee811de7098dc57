import Source

/// Why an image gives no answer.
enum Untold: Error {
  /// It cannot tell.
  case unknown(UnknownReason)
  /// It should, and could not be read; one sentence.
  case unreadable(String)
}
