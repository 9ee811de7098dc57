/// What is known where a pattern is read.
struct PatternScope {
  /// The names that it sets so far, which no other part of it can set too.
  var names: Set<RubyName> = []
  /// Whether braces stand around the position: between them a line end behind `key:` ends nothing.
  var isBraced = false
}

/// How a part of a pattern begins.
enum PatternStart {
  /// `name:` or `"name":`, which has been taken.
  case key(RubyWord, canStandAlone: Bool)
  /// `**`, which has not.
  case keyRest
  /// Anything else; a text has been read.
  case value(RubyNode?)
}
