import DataSyntax
import Expectation
import RubySyntax

/// Reads what stands in the block of a `describe`: `it { should … }` and `its('…') { should … }`.
struct RubyExpectations {
  private let tree: RubyTree
  private let resource: RubyResource
  private(set) var assertions: [SpecDraft.Assertion] = []
  private(set) var leftOut: [SpecDraft.LeftOut] = []

  init(_ tree: RubyTree, _ resource: RubyResource) {
    self.tree = tree
    self.resource = resource
  }

  mutating func read(_ body: RubyNode) {
    defer {
      allowAnyStatus()
      leaveOutWhatAbsenceFits()
      sayOnce()
    }
    for statement in tree.statements(of: body) {
      do throws(Inexpressible) { try example(statement) } catch {
        leftOut.append(.init("`\(tree.shown(statement))`: \(error.reason)", at: tree.location(of: statement)))
      }
    }
  }

  private mutating func example(_ node: RubyNode) throws(Inexpressible) {
    guard case .call(let call) = tree.shape(of: node), call.receiver == nil,
      let body = call.block.flatMap(tree.block)
    else { throw Inexpressible("only `it` and `its` with a block are read") }
    let property: String?
    switch tree.spelling(of: call.selector) {
    case "it": property = nil
    case "its":
      property = tree.nodes(in: call.arguments).first.flatMap { resource.property($0, in: tree) }
      if property == nil { throw Inexpressible("its property is not written out") }
    default: throw Inexpressible("only `it` and `its` are read")
    }
    for statement in tree.statements(of: body) { try should(statement, property) }
  }

  private mutating func should(_ node: RubyNode, _ property: String?) throws(Inexpressible) {
    guard case .call(let call) = tree.shape(of: node), call.arguments.count == 1,
      let matcher = tree.nodes(in: call.arguments).first
    else { throw Inexpressible("only `should` and `should_not` are read") }
    let isNegated: Bool
    switch (tree.spelling(of: call.selector), call.receiver.map(tree.source(of:))) {
    case ("should", nil), ("to", "is_expected"): isNegated = false
    case ("should_not", nil), ("not_to", "is_expected"), ("to_not", "is_expected"): isNegated = true
    default: throw Inexpressible("only `should` and `should_not` are read")
    }
    let phrase = RubyMatcher(tree, resource)
    for found in try phrase.assertions(matcher, of: property, isNegated: isNegated) {
      assertions.append(.init(found.property, found.value, at: tree.location(of: node)))
    }
    join()
  }

  /// A command of which nothing is said must succeed here, and need not there.
  private mutating func allowAnyStatus() {
    guard resource.section == "commands", !assertions.isEmpty,
      !assertions.contains(where: { $0.property == "exit-status" })
    else { return }
    assertions.append(.init("exit-status", DraftMatcher.named("ge", .integer(0))))
  }

  /// To both tools a contrary holds of a path where nothing is, too; here it does not.
  private mutating func leaveOutWhatAbsenceFits() {
    guard resource.section == "files", resource.document == nil,
      !assertions.contains(where: { !Self.isContrary($0) })
    else { return }
    for contrary in assertions {
      leftOut.append(
        .init(
          "`\(contrary.property)`: the contrary also holds where nothing is: say that the path should exist, too",
          at: contrary.origin))
    }
    assertions = []
  }

  private static func isContrary(_ assertion: SpecDraft.Assertion) -> Bool {
    guard case .object(let members) = assertion.value else { return false }
    return members.count == 1 && members[0].key == "not"
  }

  /// Both tools follow a link before they look whether a file is there, and of which kind it is. Where more is said of the path
  /// that no link fits, it is said as all dialects have it.
  private mutating func sayOnce() {
    guard resource.section == "files", resource.document == nil else { return }
    let isRead = assertions.contains { ["contents", "sha256"].contains($0.property) }
    guard let end = assertions.first(where: { $0.property == "leads-to" }) else {
      guard !isRead, let exists = assertions.first(where: { $0.property == "exists" }),
        exists.value == .bool(true), !assertions.contains(where: { $0.property == "type" })
      else { return }
      let isThere = DraftMatcher.named("not", .string(LinkCourse.nothing))
      return assertions.append(.init("leads-to", isThere, at: exists.origin))
    }
    guard Self.isText(end.value),
      let index = assertions.firstIndex(where: { $0.property == "leads-to" })
    else { return }
    // A link has a mode that files have seldom; and what is read is a file.
    let isNoLink = assertions.contains {
      $0.property == "mode" && $0.value != .string("0777") && Self.isText($0.value)
    }
    if isNoLink, !assertions.contains(where: { $0.property == "type" }) {
      assertions[index].property = "type"
    } else if isRead, end.value == .string("file") {
      assertions.remove(at: index)
    }
  }

  private static func isText(_ value: JSONText) -> Bool { if case .string = value { true } else { false } }

  /// What is said of one property in several examples must all hold.
  private mutating func join() {
    var draft = SpecDraft()
    draft.things = assertions.map { SpecDraft.Thing(resource.section, resource.name, [$0]) }
    assertions = draft.merged.things.first?.assertions ?? []
  }
}
