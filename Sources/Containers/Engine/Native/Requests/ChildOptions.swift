/// The argument list of a child of the engine: options that may repeat, then words after `--`.
struct ChildOptions: Sendable, Hashable {
  private var values: [String: [String]] = [:]
  private(set) var words: [String] = []

  init(words: [String] = []) { self.words = words }

  /// The options of others, with words.
  init(words: [String], _ other: ChildOptions) {
    self.words = words
    values = other.values
  }

  /// Reads what `arguments` has written.
  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst(), name != "--" {
      if let value = rest.popFirst() { values[name, default: []].append(value) }
    }
    words = Array(rest)
  }

  subscript(_ name: String) -> String? {
    get { values["--" + name]?.last }
    set { values["--" + name] = newValue.map { [$0] } }
  }

  subscript(all name: String) -> [String] {
    get { values["--" + name] ?? [] }
    set { values["--" + name] = newValue }
  }

  /// The options in the order of their names, then the words.
  var arguments: [String] {
    values.sorted { $0.key < $1.key }.flatMap { name, values in values.flatMap { [name, $0] } } + ["--"]
      + words
  }
}
