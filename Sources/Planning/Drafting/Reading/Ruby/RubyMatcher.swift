import DataSyntax
import Expectation
import RubySyntax

/// Turns a matcher of RSpec, with what serverspec and InSpec add, into assertions.
struct RubyMatcher {
  typealias Found = (property: String, value: JSONText)

  private let tree: RubyTree
  private let resource: RubyResource

  init(_ tree: RubyTree, _ resource: RubyResource) {
    self.tree = tree
    self.resource = resource
  }

  func assertions(_ node: RubyNode, of property: String?, isNegated: Bool) throws(Inexpressible) -> [Found] {
    guard let property else { return try predicate(node, isNegated) }
    if let document = resource.document {
      return [try document.assertion(property, node, isNegated: isNegated, in: tree)]
    }
    let (name, value) = try comparison(node, of: try mapped(property))
    return [(name, isNegated ? DraftMatcher.named("not", value) : value)]
  }

  /// The properties of `its`.
  private static let properties: [String: [String: String]] = [
    "files": [
      "mode": "mode", "owner": "owner", "group": "group", "uid": "uid", "gid": "gid", "size": "size",
      "content": "contents",
      "contents": "contents", "link_path": "target", "sha256sum": "sha256", "type": "leads-to",
    ],
    "packages": ["version": "version"],
    "users": ["uid": "uid", "gid": "gid", "groups": "groups", "home": "home", "shell": "shell"],
    "groups": ["gid": "gid", "members": "members"],
    "commands": ["stdout": "stdout", "stderr": "stderr", "exit_status": "exit-status"],
  ]

  private func mapped(_ property: String) throws(Inexpressible) -> String {
    guard let name = Self.properties[resource.section]?[property],
      SpecWords.isProperty(name, in: resource.section)
    else {
      throw Inexpressible("specs of Ovenproof have no such property")
    }
    return name
  }

  private func comparison(_ node: RubyNode, of property: String) throws(Inexpressible) -> Found {
    guard case .call(let call) = tree.shape(of: node), call.receiver == nil else {
      throw Inexpressible("specs of Ovenproof have no such matcher")
    }
    guard let argument = tree.nodes(in: call.arguments).first, call.arguments.count == 1 else {
      guard tree.spelling(of: call.selector) == "be_empty" else {
        throw Inexpressible("specs of Ovenproof have no such matcher")
      }
      return (property, DraftMatcher.named("have-len", .integer(0)))
    }
    switch tree.spelling(of: call.selector) {
    case "eq", "eql", "cmp": return (property, try plain(argument, property))
    case "match":
      let pattern = tree.expression(of: argument)
      guard let pattern else { throw Inexpressible("the expression cannot be told, or RE2 has no such") }
      return (property, DraftMatcher.named("match-regexp", .string(pattern)))
    case "include", "contain":
      if let pattern = tree.expression(of: argument) {
        return (property, DraftMatcher.named("match-regexp", .string(pattern)))
      }
      guard let text = tree.constantText(of: argument) else {
        throw Inexpressible("the value is not written out")
      }
      let isList = ["groups", "members", "versions"].contains(property)
      return (property, isList ? .strings([text]) : DraftMatcher.named("contain-substring", .string(text)))
    default: throw Inexpressible("specs of Ovenproof have no such matcher")
    }
  }

  /// A literal as the property takes it.
  private func plain(_ node: RubyNode, _ property: String) throws(Inexpressible) -> JSONText {
    guard let literal = tree.literal(of: node) else { throw Inexpressible("the value is not written out") }
    switch (property, literal) {
    case ("mode", .integer(let number)):
      return .string(FileMode(bits: UInt32(truncatingIfNeeded: number)).octal)
    case ("mode", .string(let text)):
      guard let mode = FileMode(text) else { throw Inexpressible("`\(text)` is no mode") }
      return .string(mode.octal)
    case ("uid", .integer), ("gid", .integer), ("size", .integer), ("exit-status", .integer): return literal
    case ("groups", .array), ("members", .array): return DraftMatcher.named("consist-of", literal)
    case ("leads-to", .string(let text)):
      // InSpec follows a link before it tells a type.
      let types = ["file": "file", "directory": "directory", "pipe": "pipe"]
      guard let type = types[text] else { throw Inexpressible("specs of Ovenproof have no type `\(text)`") }
      return .string(type)
    case ("version", .string(let text)): return DraftMatcher.literal(text)
    case ("sha256", .string(let text)):
      guard text.utf8.count == 64 else { throw Inexpressible("a SHA-256 has 64 digits") }
      return .string(text.lowercased())
    case (_, .string): return literal
    default: throw Inexpressible("the value is of another kind than the property")
    }
  }

  /// What `should be_…` and `should have_…` say.
  private func predicate(_ node: RubyNode, _ isNegated: Bool) throws(Inexpressible) -> [Found] {
    guard case .call(let call) = tree.shape(of: node) else {
      throw Inexpressible("specs of Ovenproof have no such matcher")
    }
    if call.receiver != nil { throw Inexpressible("specs of Ovenproof have no chains of matchers") }
    let word = tree.spelling(of: call.selector)
    let found = try positive(word, Array(tree.nodes(in: call.arguments)))
    guard isNegated else { return found }
    guard found.count == 1 else { throw Inexpressible("the contrary cannot be said") }
    if case .bool(let flag) = found[0].value { return [(found[0].property, .bool(!flag))] }
    return [(found[0].property, DraftMatcher.named("not", found[0].value))]
  }

  private func positive(_ word: String, _ arguments: [RubyNode]) throws(Inexpressible) -> [Found] {
    let text = arguments.first.flatMap(tree.constantText(of:))
    switch (resource.section, word, arguments.count) {
    case ("files", "exist", 0), ("users", "exist", 0), ("groups", "exist", 0):
      return [("exists", .bool(true))]
    case ("packages", "be_installed", 0): return [("installed", .bool(true))]
    case ("files", "be_file", 0): return [("leads-to", .string("file"))]
    case ("files", "be_directory", 0): return [("leads-to", .string("directory"))]
    case ("files", "be_symlink", 0): return [("type", .string("symlink"))]
    case ("files", "be_linked_to", 1): if let text { return [("target", .string(text))] }
    case ("files", "be_mode", 1): if let node = arguments.first { return [("mode", try mode(node))] }
    case ("files", "be_owned_by", 1): if let text { return [("owner", .string(text))] }
    case ("files", "be_grouped_into", 1): if let text { return [("group", .string(text))] }
    case ("files", "contain", 1):
      if let text { return [("contents", DraftMatcher.named("contain-substring", .string(text)))] }
    case ("users", "have_uid", 1), ("groups", "have_gid", 1):
      if let number = arguments.first.flatMap(tree.integer(of:)) {
        return [(word == "have_uid" ? "uid" : "gid", .integer(number))]
      }
    case ("users", "belong_to_group", 1): if let text { return [("groups", .strings([text]))] }
    case ("users", "have_home_directory", 1): if let text { return [("home", .string(text))] }
    case ("users", "have_login_shell", 1): if let text { return [("shell", .string(text))] }
    default: throw Inexpressible("specs of Ovenproof have no such matcher")
    }
    throw Inexpressible("the value is not written out")
  }

  /// serverspec takes the digits of a mode as a number.
  private func mode(_ node: RubyNode) throws(Inexpressible) -> JSONText {
    let digits = tree.constantText(of: node) ?? (tree.integer(of: node) == nil ? nil : tree.source(of: node))
    guard let digits, let mode = FileMode(digits) else { throw Inexpressible("the mode is not written out") }
    return .string(mode.octal)
  }
}
