import Source

/// What an image answers when it is asked for a property.
enum GossFinding {
  case value(GossValue)
  /// A text that goss reads line by line where patterns are asked for; goss's name of what it reads.
  case reader([UInt8], name: String)
  /// The beginning of such a text, and why it did not come to its end.
  case brokenReader([UInt8], name: String, String)
  /// goss has no value for it; its words.
  case error(String)
  /// The image could not be read, or the command not started.
  case broken(String)
  /// It cannot be told at rest.
  case undecided(UnknownReason)
}
