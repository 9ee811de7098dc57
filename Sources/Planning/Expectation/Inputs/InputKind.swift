/// What values an input takes.
enum InputKind: String, Sendable, CaseIterable {
  case text, number, flag, list

  /// The kind in a sentence.
  var words: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .flag: "true or false"
    case .list: "a list of texts"
    }
  }
}
