import DataSyntax
import RubySyntax

/// What InSpec says of a value in a file of some format: `describe json('/x') do its(['a', 'b']) { should eq 1 } end`.
struct RubyDocument {
  /// InSpec's words for files whose values a spec of ours can speak of, too.
  static let formats: Set<String> = ["json", "yaml", "toml", "ini"]

  let format: String

  /// The path to the value that `its` names, by a list of keys or by keys with points between them.
  static func path(_ node: RubyNode, in tree: RubyTree) -> String? {
    if let text = tree.constantText(of: node) {
      let keys = text.split(separator: ".", omittingEmptySubsequences: false)
      return joined(keys.map { step(.string(String($0))) })
    }
    guard case .array(let items)? = tree.literal(of: node), !items.isEmpty else { return nil }
    return joined(items.map(step))
  }

  private static func step(_ key: JSONText) -> String? {
    switch key {
    case .integer(let number): return "[\(number)]"
    case .string(let text) where !text.isEmpty && !text.contains("\""):
      return text.contains { ".[]".contains($0) } ? "\"\(text)\"" : text
    default: return nil
    }
  }

  private static func joined(_ steps: [String?]) -> String? {
    let told = steps.compactMap { $0 }
    guard told.count == steps.count else { return nil }
    return told.dropFirst().reduce(told.first ?? "") { $0 + ($1.hasPrefix("[") ? $1 : "." + $1) }
  }

  /// What a value must be.
  func assertion(
    _ path: String, _ matcher: RubyNode, isNegated: Bool, in tree: RubyTree
  ) throws(Inexpressible) -> RubyMatcher.Found {
    if isNegated { throw Inexpressible("what is not there passes in InSpec, and fails with Ovenproof") }
    guard case .call(let call) = tree.shape(of: matcher), call.receiver == nil, call.arguments.count == 1,
      let argument = tree.nodes(in: call.arguments).first
    else { throw Inexpressible("specs of Ovenproof have no such matcher") }
    let value: JSONText
    switch tree.spelling(of: call.selector) {
    case "eq", "eql", "cmp": value = try plain(argument, in: tree)
    case "match":
      guard let pattern = tree.expression(of: argument) else {
        throw Inexpressible("the expression cannot be told, or RE2 has no such")
      }
      value = DraftMatcher.named("match-regexp", .string(pattern))
    default: throw Inexpressible("specs of Ovenproof have no such matcher")
    }
    return (format, .object([.init(path, value)]))
  }

  private func plain(_ node: RubyNode, in tree: RubyTree) throws(Inexpressible) -> JSONText {
    switch tree.literal(of: node) {
    case .string(let text)?: return DraftMatcher.literal(text)
    // The values of an INI file are texts to InSpec.
    case let value? where format != "ini":
      if case .array = value { return DraftMatcher.named("equal", value) }
      return value
    case nil: throw Inexpressible("the value is not written out")
    default: throw Inexpressible("the value is of another kind than those of the file")
    }
  }
}
