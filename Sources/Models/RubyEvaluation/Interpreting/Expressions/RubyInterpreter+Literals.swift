import RubySyntax
import Source

extension RubyInterpreter {
  func literal(_ node: RubyNode, _ shape: RubyShape, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let program = frame.program
    switch shape {
    case .text:
      return .string(born(RubyString(literal: Array(program.tree.bytes(of: node)), at: place(node, frame))))
    case .interpolation(let inner): return try evaluate(inner, frame)
    case .shell(let parts): return try shell(parts, node, frame)
    case .dynamicSymbol(let parts):
      guard case .string(let string) = try joined(parts, node, frame) else {
        return unknown("its name cannot be told", node, frame)
      }
      return .symbol(symbol(string.string))
    case .regularExpression(let parts, let options): return try pattern(parts, options, node, frame)
    case .array(let list): return .array(born(RubyArray(try elements(list, node, frame))))
    case .hash(let list), .keywords(let list): return try hash(list, node, frame)
    case .range(let range):
      let low = try range.low.map { (node) throws(Unwinding) in try evaluate(node, frame) } ?? .nil
      let high = try range.high.map { (node) throws(Unwinding) in try evaluate(node, frame) } ?? .nil
      if let doubt = low.doubt ?? high.doubt { return .unknown(doubt) }
      return .range(born(RubyInterval(low, high, isExclusive: range.isExclusive)))
    case .lambda: return .procedure(born(RubyProcedure(.block(node, frame), isLambda: true)))
    case .fileName: return .string(born(RubyString(Array(frame.program.path.utf8), at: place(node, frame))))
    case .lineNumber: return .integer(line(of: node, frame))
    case .templateText(let index): return try printPiece(index, frame)
    case .templateOutput(let inner): return try printValue(of: inner, frame)
    default: return unknown("it is not followed", node, frame)
    }
  }

  private func line(of node: RubyNode, _ frame: Frame) -> Int {
    let bytes = frame.program.tree.text.bytes
    return 1 + bytes.prefix(frame.program.tree.range(of: node).start).count { $0 == 0x0A }
  }

  func number(_ kind: RubyNumber, _ node: RubyNode, _ frame: Frame) -> RubyValue {
    switch kind {
    case .integer:
      if let value = frame.program.tree.integer(of: node) { return .integer(value) }
      return unknown("the number is too large", node, frame)
    case .float:
      let digits = frame.program.tree.source(of: node).filter { $0 != "_" }
      return Double(digits).map { .float($0) } ?? unknown("the number is not followed", node, frame)
    case .rational, .imaginary: return unknown("such numbers are not followed", node, frame)
    }
  }

  func string(_ node: RubyNode, _ parts: RubyList, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let program = frame.program
    let nodes = program.tree.nodes(in: parts)
    guard let first = nodes.first, nodes.count > 1 || !isText(first, program) else {
      let bytes = nodes.first.map { Array(program.tree.bytes(of: $0)) } ?? []
      let made = born(RubyString(literal: bytes, at: place(node, frame)))
      made.isFrozen = frame.program.freezesStrings
      return .string(made)
    }
    return try joined(parts, node, frame)
  }

  private func isText(_ node: RubyNode, _ program: RubyProgram) -> Bool {
    if case .text = program.tree.shape(of: node) { true } else { false }
  }

  /// A string of its parts; unknown where one cannot be told.
  func joined(_ parts: RubyList, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let program = frame.program
    let result = born(RubyString([], at: nil))
    var doubt: RubyUnknown?
    for part in program.tree.nodes(in: parts) {
      guard case .interpolation(let inner) = program.tree.shape(of: part) else {
        let bytes = Array(program.tree.bytes(of: part))
        try reserve(bytes.count, at: place(node, frame))
        result.append(RubyString(literal: bytes, at: place(part, frame)))
        continue
      }
      let value = try evaluate(inner, frame)
      let place = place(part, frame)
      if case .string(let string) = value, string.doubt == nil {
        try reserve(string.bytes.count, at: place)
        result.append(string)
      } else if let bytes = try text(of: value, at: place) {
        try reserve(bytes.count, at: place)
        result.append(bytes, at: place)
      } else {
        doubt = doubt ?? value.doubt ?? RubyUnknown("its text cannot be told", at: place)
      }
    }
    return doubt.map { .unknown($0) } ?? .string(result)
  }

  private func shell(_ parts: RubyList, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let command = try joined(parts, node, frame)
    let call = CoreCall(
      self, frame.receiver, symbol("`"), [command], hasKeywords: false, block: nil, at: place(node, frame))
    mayRaise(at: call.place)
    return try host.answer(.command, call) ?? call.unknown("it depends on the machine")
  }

  private func pattern(
    _ parts: RubyList, _ options: RubyWord?, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    var flags = RubyPattern.Options()
    for flag in options.map({ frame.program.tree.spelling(of: $0) }) ?? "" {
      switch flag {
      case "i": flags.insert(.ignoreCase)
      case "x": flags.insert(.extended)
      case "m": flags.insert(.multiline)
      default: break
      }
    }
    let program = frame.program
    var source: [UInt8] = []
    for part in program.tree.nodes(in: parts) {
      guard case .interpolation(let inner) = program.tree.shape(of: part) else {
        source += program.tree.bytes(of: part)
        continue
      }
      let value = try evaluate(inner, frame)
      if case .pattern(let pattern) = value {
        source += pattern.embedded
      } else if let bytes = try text(of: value, at: place(part, frame)) {
        source += bytes
      } else {
        return .unknown(value.doubt ?? RubyUnknown("its text cannot be told", at: place(part, frame)))
      }
    }
    return .pattern(born(RubyPattern(source, options: flags)))
  }

  func elements(_ list: RubyList, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> [RubyValue] {
    let program = frame.program
    var values: [RubyValue] = []
    values.reserveCapacity(list.count)
    for element in program.tree.nodes(in: list) {
      if case .splat(let inner?) = program.tree.shape(of: element) {
        let value = try evaluate(inner, frame)
        guard let spread = try spread(value, element, frame) else {
          values.append(.unknown(value.doubt ?? RubyUnknown("it cannot be told", at: place(element, frame))))
          continue
        }
        values += spread
      } else {
        values.append(try evaluate(element, frame))
      }
    }
    try reserve(values.count, at: place(node, frame))
    return values
  }

  /// The values that `*value` stands for; nil where they cannot be told.
  func spread(_ value: RubyValue, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> [RubyValue]? {
    switch value.settled {
    case .array(let array): return array.elements
    case .nil: return []
    case .unknown: return nil
    case .hash(let hash): return hash.entries.map { .array(born(RubyArray([$0.key, $0.value]))) }
    case .string, .symbol, .integer, .float, .boolean, .pattern, .procedure, .module: return [value]
    case .range, .object:
      guard method(.known(.toSplat), of: module(of: value)) != nil else { return [value] }
      let list = try call(value, .known(.toSplat), at: place(node, frame)).settled
      switch list {
      case .array(let array): return array.elements
      case .unknown: return nil
      default: return [value]
      }
    }
  }

  private func hash(_ list: RubyList, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let program = frame.program
    let result = born(RubyHash())
    var doubt: RubyUnknown?
    try reserve(list.count * 2, at: place(node, frame))
    for entry in program.tree.nodes(in: list) {
      switch program.tree.shape(of: entry) {
      case .pair(let keyNode, let valueNode):
        let key = try evaluate(keyNode, frame).settled
        let value = try evaluate(valueNode, frame)
        if case .unknown(let unknown) = key { doubt = doubt ?? unknown }
        result[key.asKey] = value
      case .doubleSplat(let inner):
        switch try evaluate(inner, frame).settled {
        case .hash(let other): for pair in other.entries { result[pair.key] = pair.value }
        case .nil: break
        case let other:
          var converted = other
          if other.doubt == nil {
            converted = try call(other, .known(.toKeywords), at: place(entry, frame)).settled
          }
          guard case .hash(let hash) = converted else {
            doubt = doubt ?? converted.doubt
            continue
          }
          for pair in hash.entries { result[pair.key] = pair.value }
        }
      default: _ = try evaluate(entry, frame)
      }
    }
    return doubt.map { .unknown($0) } ?? .hash(result)
  }

  private func printPiece(_ index: Int32, _ frame: Frame) throws(Unwinding) -> RubyValue {
    guard let piece = frame.program.piece(index), let output = outputs.last else { return .nil }
    try reserve(piece.range.count, at: nil)
    touch(output)
    output.append(piece)
    return .nil
  }

  private func printValue(of inner: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let value = try evaluate(inner, frame)
    guard let output = outputs.last else { return .nil }
    touch(output)
    let place = place(inner, frame)
    guard let bytes = try text(of: value, at: place) else {
      output.doubt = output.doubt ?? value.doubt ?? RubyUnknown("its text cannot be told", at: place)
      return .nil
    }
    try reserve(bytes.count, at: place)
    output.append(bytes, at: place)
    return .nil
  }
}
