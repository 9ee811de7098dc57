import RubySyntax
import Source

/// What a tree holds, as the lines that `ripper-records.rb` prints for the same text.
struct RubyRecords {
  let tree: RubyTree
  private var lineStarts = [0]
  var lines: [String] = []

  init(_ tree: RubyTree) {
    self.tree = tree
    for (offset, byte) in tree.text.bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
    walk(tree.root)
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func place(_ offset: Int) -> String {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return "\(low) \(offset - lineStarts[low - 1])"
  }

  private mutating func add(_ kind: String, _ word: RubyWord, _ more: String = "") {
    lines.append("\(kind) \(place(word.range.start)) \(tree.spelling(of: word))\(more)")
  }

  mutating func walk(_ node: RubyNode) {
    if nest(of: node) != nil {
      operators(node)
      if case .number = tree.shape(of: node) { number(node) }
      return
    }
    switch tree.shape(of: node) {
    case .local(let word): add("read", word)
    case .constant(let word), .rootConstant(let word): add("const", word)
    case .scopedConstant(_, let word): add("const", word)
    case .instanceVariable(let word), .classVariable(let word), .globalVariable(let word):
      add("variable", word)
    case .symbol(let word): symbol(word)
    case .number: number(node)
    case .string: string(node)
    case .lambda: lines.append("lambda")
    case .method(let method): add("def", method.name)
    case .call(let call): record(call)
    case .superCall(let arguments, let block):
      lines.append("super \(count(arguments.list)) \(block != nil)")
    case .yield(let arguments): lines.append("yield \(count(arguments.list)) false")
    case .parameter(let parameter): return self.parameter(parameter)
    case .pair(let key, let value):
      walk(key)
      if tree.range(of: value).start != tree.range(of: key).start { walk(value) }
      return
    default: break
    }
    if let name = construct(node) { lines.append("node " + name) }
    if !assigned(node) { for child in tree.children(of: node) { walk(child) } }
  }

  /// Walks what is assigned in a node; false where nothing is.
  private mutating func assigned(_ node: RubyNode) -> Bool {
    switch tree.shape(of: node) {
    case .assignment(let left, let right), .operatorAssignment(let left, _, let right),
      .multipleAssignment(let left, let right):
      target(left)
      walk(right)
    case .each(let left, let list, let body):
      target(left)
      walk(list)
      walk(body)
    case .rescue(let rescue):
      for name in tree.nodes(in: rescue.classes) { walk(name) }
      if let variable = rescue.variable { target(variable) }
      walk(rescue.statements)
    case .alias(let new, _):
      if case .globalVariable = tree.shape(of: new) { return true }
      return false
    default: return false
    }
    return true
  }

  private mutating func target(_ node: RubyNode) {
    switch tree.shape(of: node) {
    case .local(let word): add("write", word)
    case .call(let call) where call.form == .bare:
      if let receiver = call.receiver { walk(receiver) }
      add("field", call.selector)
    case .targets, .splat: for child in tree.children(of: node) { target(child) }
    default: walk(node)
    }
  }

  private mutating func parameter(_ parameter: RubyParameter) {
    if let name = parameter.name { add("param", name) }
    guard let value = parameter.value else { return }
    if parameter.kind == .destructured { destructured(value) } else { walk(value) }
  }

  private mutating func destructured(_ node: RubyNode) {
    if case .local(let word) = tree.shape(of: node) { add("param", word) }
    for child in tree.children(of: node) { destructured(child) }
  }

  private mutating func record(_ call: RubyCall) {
    let count = count(call.arguments)
    if call.form == .index {
      lines.append("index \(count)")
    } else if call.selector.range.isEmpty {
      lines.append("call.() \(count) \(call.block != nil)")
    } else {
      add("call", call.selector, " \(count) \(call.block != nil)")
    }
  }

  private func count(_ arguments: RubyList) -> Int {
    tree.nodes(in: arguments).count { if case .blockArgument = tree.shape(of: $0) { false } else { true } }
  }

  private mutating func symbol(_ word: RubyWord) {
    let range = word.range
    let bytes = tree.text.bytes
    let isLiteral = range.start > 0 && bytes[range.start - 1] == UInt8(ascii: ":")
    let isKey = range.end < bytes.count && bytes[range.end] == UInt8(ascii: ":")
    if isLiteral || isKey { add("sym", word) }
  }

  /// The sign of a number is an operator for Ruby.
  mutating func number(_ node: RubyNode) {
    let source = tree.source(of: node)
    let isNegative = source.hasPrefix("-")
    let start = tree.range(of: node).start + (isNegative ? 1 : 0)
    lines.append("num \(place(start)) \(isNegative ? String(source.dropFirst()) : source)")
  }

  private mutating func string(_ node: RubyNode) {
    guard case .string(let parts) = tree.shape(of: node) else { return }
    var hex = ""
    for part in tree.nodes(in: parts) {
      guard case .text = tree.shape(of: part) else { return }
      for byte in tree.bytes(of: part) { hex += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }
    }
    if !hex.isEmpty { lines.append("str " + hex) }
  }
}
