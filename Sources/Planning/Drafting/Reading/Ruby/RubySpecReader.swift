package import Source
import DataSyntax
package import RubySyntax

/// Reads the declarative part of a spec of serverspec or InSpec: `describe file('/x') do … end`; the rest is named.
package struct RubySpecReader {
  private let tree: RubyTree
  private var draft = SpecDraft()
  /// The titles of the contexts and controls around.
  private var titles: [String] = []

  private init(_ tree: RubyTree) { self.tree = tree }

  /// Whether a file is Ruby, by its name.
  package static func isOne(_ file: SourceFile) -> Bool { file.id.path.hasSuffix(".rb") }

  /// The draft, and faults of syntax; a faulty file gives no draft.
  package static func read(_ file: SourceFile) -> (draft: SpecDraft, faults: [RubyFault]) {
    let tree = RubyTree.parse(DerivedText(file))
    guard tree.isAccepted else { return (SpecDraft(), tree.faults.filter(\.isError)) }
    var reader = RubySpecReader(tree)
    reader.statements(tree.root)
    return (reader.draft, [])
  }

  private mutating func statements(_ node: RubyNode) {
    for statement in tree.statements(of: node) { self.statement(statement) }
  }

  private mutating func statement(_ node: RubyNode) {
    guard case .call(let call) = tree.shape(of: node), call.receiver == nil || isDescribeOfRSpec(call) else {
      return leave(node, "only `describe`, `context` and `control` are read")
    }
    let arguments = Array(tree.nodes(in: call.arguments))
    switch tree.spelling(of: call.selector) {
    // What loads helpers and says what a control is about asserts nothing.
    case "require", "require_relative", "title", "desc", "impact", "tag", "ref", "include", "set": break
    case "control", "context":
      guard let block = call.block.flatMap(tree.block) else { return leave(node, "it has no block") }
      guard arguments.count == 1 else { return leave(node, "it holds under a condition") }
      group(arguments, block)
    case "describe": describe(node, arguments, call.block)
    default: leave(node, "it is not declarative, or not known here")
    }
  }

  private func isDescribeOfRSpec(_ call: RubyCall) -> Bool {
    call.receiver.map { tree.source(of: $0) == "RSpec" } ?? false
  }

  private mutating func group(_ arguments: [RubyNode], _ block: RubyNode) {
    let conditions: Set = ["only_if", "only_applicable_if"]
    for statement in tree.statements(of: block) {
      guard case .call(let call) = tree.shape(of: statement),
        conditions.contains(tree.spelling(of: call.selector))
      else { continue }
      return leave(statement, "what stands around it holds under a condition")
    }
    let title = arguments.first.flatMap(tree.constantText(of:))
    if let title { titles.append(title) }
    statements(block)
    if title != nil { titles.removeLast() }
  }

  private mutating func describe(_ node: RubyNode, _ arguments: [RubyNode], _ block: RubyNode?) {
    guard let block = block.flatMap(tree.block), let subject = arguments.first else {
      return leave(node, "it has no block")
    }
    guard arguments.count == 1 else { return leave(node, "it holds under a condition") }
    if tree.constantText(of: subject) != nil { return group(arguments, block) }
    do throws(Inexpressible) {
      let resource = try RubyResource(subject, in: tree)
      var reader = RubyExpectations(tree, resource)
      reader.read(block)
      draft.leftOut += reader.leftOut
      guard !reader.assertions.isEmpty else { return }
      let title = titles.last.map { [JSONText.Member("title", .string($0))] } ?? []
      draft.things.append(
        SpecDraft.Thing(
          resource.section, resource.name, at: tree.location(of: subject), settings: title, reader.assertions)
      )
    } catch {
      leave(subject, error.reason)
    }
  }

  private mutating func leave(_ node: RubyNode, _ reason: String) {
    draft.leaveOut("`\(tree.shown(node))`: \(reason)", at: tree.location(of: node))
  }
}

extension RubyTree {
  /// The statements of a block's or body's node.
  func statements(of node: RubyNode) -> [RubyNode] {
    switch shape(of: node) {
    case .statements(let list): Array(nodes(in: list))
    case .body(let body): statements(of: body.statements)
    case .begin(let inner): statements(of: inner)
    default: [node]
    }
  }

  /// The body of a block.
  func block(_ node: RubyNode) -> RubyNode? {
    if case .block(let block) = shape(of: node) { block.body } else { nil }
  }

  /// The first line of a node's text, shortened.
  func shown(_ node: RubyNode) -> String {
    let text = source(of: node)
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return line.count > 60 || line.utf8.count < text.utf8.count ? "\(line.prefix(60)) …" : line
  }

  /// A literal as a value; nil for what is computed.
  func literal(of node: RubyNode) -> JSONText? {
    switch shape(of: node) {
    case .true: .bool(true)
    case .false: .bool(false)
    case .number: integer(of: node).map(JSONText.integer)
    case .array(let items):
      nodes(in: items).reduce([JSONText]?.some([])) { list, item in
        literal(of: item).flatMap { value in list.map { $0 + [value] } }
      }.map(JSONText.array)
    default: constantText(of: node).map(JSONText.string)
    }
  }

  /// The expression of `/…/` as RE2 has it, options in front; nil where something is interpolated.
  func expression(of node: RubyNode) -> String? {
    guard case .regularExpression(let parts, let options) = shape(of: node) else { return nil }
    var text = ""
    for part in nodes(in: parts) {
      guard case .text = shape(of: part) else { return nil }
      text += String(decoding: self.text.bytes[range(of: part).indices], as: UTF8.self)
    }
    // In Ruby the ends of lines are always meant by `^` and `$`.
    let flags = options.map { spelling(of: $0) } ?? ""
    guard flags.allSatisfy({ "im".contains($0) }), !text.contains("(?<"), !text.contains("(?="),
      !text.contains("(?!"), !text.contains("\\h"), !text.contains("\\R")
    else { return nil }
    let marks = "m" + (flags.contains("i") ? "i" : "") + (flags.contains("m") ? "s" : "")
    let translated = text.replacing("\\/", with: "/").replacing("\\Z", with: "\\n?\\z")
    let pattern = "(?\(marks))" + translated
    return DraftMatcher.isExpression(pattern) ? pattern : nil
  }
}
