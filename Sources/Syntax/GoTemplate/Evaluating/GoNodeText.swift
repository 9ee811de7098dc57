import Source

/// Parts of a template as Go's `parse` package writes them back.
struct GoNodeText {
  let bytes: [UInt8]

  func text(of pipeline: GoPipeline) -> String {
    let head =
      pipeline.variables.isEmpty
      ? "" : pipeline.variables.joined(separator: ", ") + (pipeline.isAssignment ? " = " : " := ")
    return head + pipeline.commands.map { text(of: $0) }.joined(separator: " | ")
  }

  func text(of command: GoCommand) -> String {
    command.operands.map { text(of: $0) }.joined(separator: " ")
  }

  func text(of operand: GoOperand) -> String {
    switch operand.kind {
    case .function(let name): name
    case .field(let names): names.map { "." + $0 }.joined()
    case .variable(let name, let names): name + names.map { "." + $0 }.joined()
    case .dot: "."
    case .none: "nil"
    case .bool(let flag): flag ? "true" : "false"
    case .integer, .float, .text: String(decoding: bytes[operand.range.indices], as: UTF8.self)
    case .pipeline(let pipeline): "(\(text(of: pipeline)))"
    case .chain(let inner, let names): text(of: inner) + names.map { "." + $0 }.joined()
    }
  }

  /// Where Go says that an operand stands: of several fields, at the second word.
  func offset(of operand: GoOperand) -> Int {
    switch operand.kind {
    case .field(let names) where names.count > 1: operand.range.start + 1 + names[0].utf8.count
    case .variable(let name, let names) where !names.isEmpty: operand.range.start + name.utf8.count
    default: operand.range.start
    }
  }

  /// The part that Go evaluates last of what names follow in brackets: that is where it says that a fault is.
  func lastPart(of operand: GoOperand) -> GoOperand {
    switch operand.kind {
    case .chain(let inner, _): lastPart(of: inner)
    case .pipeline(let pipeline): pipeline.commands.last?.operands.last.map { lastPart(of: $0) } ?? operand
    default: operand
    }
  }
}
