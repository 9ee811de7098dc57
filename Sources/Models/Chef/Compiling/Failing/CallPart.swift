import RubyEvaluation
import RubySyntax
import Source

/// A part of a call, for what is wrong with that alone.
enum CallPart {
  /// The method's name.
  case name
  /// An argument by its position.
  case argument(Int)
  /// The text or symbol that is spelt so, among the arguments and the items of their lists; else an argument.
  case text(String, otherwise: Int)
  /// The value of an argument that is given by its name; else the first argument.
  case option(String)
  /// The value that the call's block gives a property; else the first argument, from which Chef derives it.
  case property(String)
  /// All of the call but its block.
  case head
}

extension RubyPlace {
  /// The place of a part of the call that stands here; where there is no such part, all but the call's block.
  func location(of part: CallPart) -> Location {
    let tree = program.tree
    guard case .call(let call) = tree.shape(of: node) else { return location }
    let arguments = tree.nodes(in: call.arguments)
    let found: RubyNode? =
      switch part {
      case .name:
        nil
      case .argument(let position):
        argument(position, of: arguments)
      case .text(let text, let position):
        spelling(text, in: arguments, depth: 0) ?? argument(position, of: arguments)
      case .option(let name):
        option(name, of: arguments) ?? arguments.first
      case .property(let name):
        value(of: name, in: call) ?? arguments.first
      case .head:
        nil
      }
    if let found { return tree.location(of: found) }
    if case .name = part, !call.selector.range.isEmpty { return tree.location(of: call.selector) }
    return head(of: call)
  }

  /// An argument of the call that stands here, as it is written, if that is short.
  func source(ofArgument position: Int) -> String? {
    guard case .call(let call) = program.tree.shape(of: node),
      let argument = argument(position, of: program.tree.nodes(in: call.arguments))
    else { return nil }
    let source = program.tree.source(of: argument)
    return source.utf8.count > 60 || source.contains("\n") ? nil : source
  }

  private func argument(_ position: Int, of arguments: ArraySlice<RubyNode>) -> RubyNode? {
    position < arguments.count ? arguments[arguments.startIndex + position] : nil
  }

  private func option(_ name: String, of arguments: ArraySlice<RubyNode>) -> RubyNode? {
    guard let last = arguments.last else { return nil }
    let pairs: RubyList
    switch program.tree.shape(of: last) {
    case .keywords(let list), .hash(let list): pairs = list
    default: return nil
    }
    for node in program.tree.nodes(in: pairs) {
      if case .pair(let key, let value) = program.tree.shape(of: node),
        program.tree.constantText(of: key) == name
      {
        return value
      }
    }
    return nil
  }

  private func head(of call: RubyCall) -> Location {
    let tree = program.tree
    guard let block = call.block else { return location }
    let end = tree.nodes(in: call.arguments).last.map { tree.range(of: $0).end } ?? call.selector.range.end
    let start = tree.range(of: node).start
    guard start <= end, end <= tree.range(of: block).start else { return location }
    return tree.text.location(of: ByteRange(start, end))
  }

  private func spelling(_ text: String, in nodes: ArraySlice<RubyNode>, depth: Int) -> RubyNode? {
    guard depth < 8 else { return nil }
    for node in nodes {
      if program.tree.constantText(of: node) == text { return node }
      guard case .array(let list) = program.tree.shape(of: node) else { continue }
      if let found = spelling(text, in: program.tree.nodes(in: list), depth: depth + 1) { return found }
    }
    return nil
  }

  /// What the statements of a call's block give a property, the last time.
  private func value(of property: String, in call: RubyCall) -> RubyNode? {
    let tree = program.tree
    guard let block = call.block, case .block(let content) = tree.shape(of: block),
      case .statements(let list) = tree.shape(of: content.body)
    else { return nil }
    for statement in tree.nodes(in: list).reversed() {
      guard case .call(let setting) = tree.shape(of: statement), setting.receiver == nil,
        tree.spelling(of: setting.selector) == property
      else { continue }
      return tree.nodes(in: setting.arguments).first
    }
    return nil
  }
}
