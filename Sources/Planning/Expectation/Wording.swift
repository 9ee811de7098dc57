import Matching

/// How properties and their expected values read in a sentence.
enum Wording {
  /// What is expected, to follow the name of a thing: `exists`, `mode is "0640"`.
  static func predicate(_ property: String, _ matcher: Matcher) -> String {
    if case .bool(let value) = matcher.form {
      switch property {
      case "exists": return value ? "exists" : "does not exist"
      case "installed": return value ? "is installed" : "is not installed"
      default: break
      }
    }
    return "\(property) \(matcher.phrase)"
  }

  /// The expected value alone, as the outcome states it.
  static func expected(_ matcher: Matcher) -> String {
    switch matcher.form {
    case .text, .number, .bool, .exact, .equal: matcher.value
    default: matcher.phrase
    }
  }
}
