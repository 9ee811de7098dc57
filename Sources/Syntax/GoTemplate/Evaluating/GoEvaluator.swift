import Source

/// Renders templates as Go's `text/template` does, except that a value may be unknown and that it goes on after a fault.
package struct GoEvaluator<Opaque: Hashable & Sendable> {
  typealias Value = GoValue<Opaque>
  /// A place where evaluating an action stopped; told already.
  struct Stopped: Error {}

  private let functions: (String) -> GoFunction<Opaque>?
  let rules: GoOpaqueRules<Opaque>
  let semantics: GoSemantics
  private(set) var text = DerivedText([], segments: [], whole: Location(FileID(""), ByteRange(at: 0)))
  private var definitions: [String: [GoNode]] = [:]
  private var parts: [GoRendering<Opaque>.Part] = []
  private var faults: [GoExecutionFault] = []
  /// `$x` and its value, the newest last.
  var variables: [(name: String, value: Value)] = []
  /// The names of the data's own fields.
  private(set) var rootNames: Set<GoKey> = []
  private var stepsLeft = 0
  /// The bytes that what actions print may still have.
  private var roomLeft = 0
  private var depth = 0

  /// How much a template may do, so that a hostile one ends.
  static var stepLimit: Int { 100_000 }
  /// How many bytes that a call takes or makes count as one step.
  private static var bytesPerStep: Int { 512 }
  private static var failureSteps: Int { 256 }
  private static var sizeLimit: Int { 1 << 20 }
  private static var depthLimit: Int { 100 }

  /// An evaluator with the functions beside Go's own.
  package init(
    functions: @escaping (String) -> GoFunction<Opaque>?, rules: GoOpaqueRules<Opaque>,
    semantics: GoSemantics = .packer
  ) {
    self.functions = functions
    self.rules = rules
    self.semantics = semantics
  }

  func function(_ name: String) -> GoFunction<Opaque>? { functions(name) ?? GoBuiltins.function(name, rules) }

  /// Renders a template with its data.
  package mutating func render(_ template: GoTemplate, with data: GoValue<Opaque>) -> GoRendering<Opaque> {
    text = template.text
    definitions = template.definitions
    parts = []
    faults = []
    variables = [("$", data)]
    stepsLeft = Self.stepLimit
    roomLeft = Self.sizeLimit
    depth = 0
    rootNames = if case .map(let entries, _) = data { Set(entries.keys) } else { [] }
    _ = run(template.nodes, dot: data)
    return GoRendering(parts: parts, faults: faults, isWhole: stepsLeft > 0)
  }

  private mutating func print(_ content: GoRendering<Opaque>.Part.Content, from range: ByteRange) {
    if case .text(let text) = content { roomLeft -= text.size }
    guard roomLeft >= 0 else {
      let problem = "what it comes to grows beyond \(Self.sizeLimit >> 20) MiB"
      _ = stop(.other(problem), at: range, trace(range, problem))
      stepsLeft = 0
      return
    }
    parts.append(.init(content: content, origin: range, isLiteral: false))
  }

  private mutating func printLiteral(_ range: ByteRange) {
    stepsLeft -= range.count / Self.bytesPerStep
    let literal = String(decoding: text.bytes[range.indices], as: UTF8.self)
    parts.append(.init(content: .text(GoText(literal)), origin: range, isLiteral: true))
  }

  /// Notes why an action cannot be rendered.
  mutating func stop(
    _ problem: GoExecutionFault.Problem, at range: ByteRange, _ trace: GoFaultTrace
  ) -> Stopped {
    if stepsLeft > 0 { faults.append(GoExecutionFault(problem: problem, range: range, trace: trace)) }
    if semantics.stopsAtFaults { stepsLeft = 0 }
    return Stopped()
  }

  /// Counts the work of a call by what it is given.
  mutating func charge(_ arguments: [Value]) {
    for argument in arguments {
      switch argument {
      case .list(let items, _): stepsLeft -= items.count / 64
      case .map(let entries, _): stepsLeft -= entries.count / 64
      case .text(let text): stepsLeft -= text.size / Self.bytesPerStep
      default: break
      }
    }
  }

  /// Counts the work of a call by what it made: all of it, as if it were printed. A value that is too large ends the rendering.
  mutating func charge(_ value: Value, madeBy name: String, in command: GoCommand) throws(Stopped) {
    if !GoExtent.choosers.contains(name) {
      let (size, problem) = GoExtent.excess(of: value)
      stepsLeft -= size / Self.bytesPerStep
      if let problem {
        let stopped = stop(
          .failedCall(name, reason: problem), at: command.range,
          trace(command, "error calling \(name): \(problem)"))
        stepsLeft = 0
        throw stopped
      }
    }
    try stopIfCancelled(at: command.range)
  }

  /// Counts the work of a call that failed, whatever it did before.
  mutating func chargeFailure() { stepsLeft -= Self.failureSteps }

  /// Ends the rendering where nobody waits for it any more.
  private mutating func stopIfCancelled(at range: ByteRange) throws(Stopped) {
    guard stepsLeft > 0, Task.isCancelled else { return }
    let stopped = stop(.other("it was interrupted"), at: range, trace(range, "interrupted"))
    stepsLeft = 0
    throw stopped
  }

  /// A trace of a part that is written back as it stands.
  func trace(_ range: ByteRange, _ message: String) -> GoFaultTrace {
    GoFaultTrace(
      offset: range.start, part: String(decoding: text.bytes[range.indices], as: UTF8.self), message: message)
  }

  func trace(_ operand: GoOperand, _ message: String) -> GoFaultTrace {
    let node = GoNodeText(bytes: text.bytes)
    let part = if case .chain = operand.kind { node.lastPart(of: operand) } else { operand }
    return GoFaultTrace(offset: node.offset(of: part), part: node.text(of: part), message: message)
  }

  func trace(_ command: GoCommand, _ message: String) -> GoFaultTrace {
    let node = GoNodeText(bytes: text.bytes)
    let offset = command.operands.first.map { node.offset(of: $0) } ?? command.range.start
    return GoFaultTrace(offset: offset, part: node.text(of: command), message: message)
  }

  func trace(_ pipeline: GoPipeline, _ message: String) -> GoFaultTrace {
    let node = GoNodeText(bytes: text.bytes)
    return GoFaultTrace(offset: pipeline.range.start, part: node.text(of: pipeline), message: message)
  }

  /// Runs nodes; answers how a loop around them goes on.
  private mutating func run(_ nodes: [GoNode], dot: Value) -> GoLoopExit? {
    for node in nodes {
      stepsLeft -= 1
      do throws(Stopped) { try stopIfCancelled(at: ByteRange(at: 0)) } catch { return .leave }
      guard stepsLeft > 0 else { return .leave }
      if let exit = run(node, dot: dot) { return exit }
    }
    return nil
  }

  private mutating func run(_ node: GoNode, dot: Value) -> GoLoopExit? {
    switch node {
    case .text(let range): printLiteral(range)
    case .action(let pipeline, let range): run(pipeline, range, dot: dot)
    case .conditional(let branch): return runConditional(branch, dot: dot, keepsDot: true)
    case .with(let branch): return runConditional(branch, dot: dot, keepsDot: false)
    case .loop(let branch): runLoop(branch, dot: dot)
    case .template(let name, let pipeline, let range): runTemplate(name, pipeline, range, dot: dot)
    case .exit(let exit, _): return exit
    }
    return nil
  }

  private mutating func run(_ pipeline: GoPipeline, _ range: ByteRange, dot: Value) {
    do throws(Stopped) {
      let value = try evaluate(pipeline, dot: dot)
      guard pipeline.variables.isEmpty else { return }
      print(GoPrinter(rules).content(of: value), from: range)
    } catch {
      print(.unknown(UnknownReason("it cannot be rendered")), from: range)
    }
  }

  private mutating func runConditional(_ branch: GoBranch, dot: Value, keepsDot: Bool) -> GoLoopExit? {
    let known = variables.count
    defer { variables.removeLast(variables.count - known) }
    guard let value = condition(of: branch, dot: dot) else { return nil }
    switch GoPrinter(rules).truth(of: value) {
    case true?: return run(branch.body, dot: keepsDot ? dot : value)
    case false?: return run(branch.otherwise, dot: dot)
    case nil:
      print(
        .unknown(UnknownReason("a condition depends on a value that only the run knows")), from: branch.range)
      return nil
    }
  }

  /// The value of a block's pipeline; nil, and the block unknown, where there is none.
  private mutating func condition(of branch: GoBranch, dot: Value) -> Value? {
    if !branch.pipeline.commands.isEmpty, let value = try? evaluate(branch.pipeline, dot: dot) {
      return value
    }
    print(.unknown(UnknownReason("it cannot be rendered")), from: branch.range)
    return nil
  }

  /// Where Go says that a template is not there: at its name, with the action as it writes it back.
  private func traceOfTemplate(
    _ name: String, _ pipeline: GoPipeline?, _ range: ByteRange
  ) -> GoFaultTrace {
    let quoted = GoQuotedText.quoted(name)
    let data = pipeline.map { " " + GoNodeText(bytes: text.bytes).text(of: $0) } ?? ""
    let quote = text.bytes[range.indices].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "`") }
    return GoFaultTrace(
      offset: quote ?? range.start, part: "{{template \(quoted)\(data)}}",
      message: "template \(quoted) not defined")
  }

  private mutating func runTemplate(_ name: String, _ pipeline: GoPipeline?, _ range: ByteRange, dot: Value) {
    guard let nodes = definitions[name] else {
      _ = stop(
        .other("no template `\(name)` is defined"), at: range, traceOfTemplate(name, pipeline, range))
      return print(.unknown(UnknownReason("it cannot be rendered")), from: range)
    }
    guard depth < Self.depthLimit else {
      let problem = "templates call each other deeper than \(Self.depthLimit)"
      _ = stop(.other(problem), at: range, trace(range, problem))
      stepsLeft = 0
      return
    }
    var data = Value.missing
    if let pipeline {
      data = (try? evaluate(pipeline, dot: dot)) ?? .unknown(UnknownReason("it cannot be rendered"))
    }
    let outer = variables
    variables = [("$", data)]
    depth += 1
    _ = run(nodes, dot: data)
    depth -= 1
    variables = outer
  }

  private mutating func runLoop(_ branch: GoBranch, dot: Value) {
    let known = variables.count
    defer { variables.removeLast(variables.count - known) }
    guard let value = condition(of: branch, dot: dot) else { return }
    let pairs: [(Value, Value)]
    switch value {
    case .list(let items, _): pairs = items.enumerated().map { (.integer($0.offset), $0.element) }
    case .map(let entries, _): pairs = entries.sorted { $0.key < $1.key }.map { ($0.key.value(), $0.value) }
    case .missing, .none: pairs = []
    case .unknown(let reason): return print(.unknown(reason), from: branch.range)
    case _ where semantics.countsRanges && value.counted != nil:
      pairs = (0..<min(max(0, value.counted ?? 0), Self.stepLimit)).map { (.integer($0), .integer($0)) }
    case .bool, .integer, .unsigned, .float, .text, .object:
      let shown =
        if case .value(let text) = GoPrinter(rules).text(of: value) { rules.string(text) ?? "" } else { "" }
      let message = "range can't iterate over \(shown)"
      let node = GoNodeText(bytes: text.bytes)
      let part = branch.pipeline.commands.last?.operands.last.map { node.lastPart(of: $0) }
      _ = stop(
        .other("`range` cannot go over \(value.kind)"), at: branch.pipeline.range,
        part.map { trace($0, message) } ?? trace(branch.pipeline, message))
      return print(.unknown(UnknownReason("it cannot be rendered")), from: branch.range)
    }
    if pairs.isEmpty { _ = run(branch.otherwise, dot: dot) }
    stepsLeft -= pairs.count / 64
    let declared = variables.count
    for (key, element) in pairs {
      variables.removeLast(variables.count - declared)
      stepsLeft -= 1
      guard stepsLeft > 0 else { return }
      setLoopVariables(of: branch.pipeline, key: key, element: element)
      if run(branch.body, dot: element) == .leave { return }
    }
  }

  private mutating func setLoopVariables(of pipeline: GoPipeline, key: Value, element: Value) {
    if let last = pipeline.variables.last { _ = set(last, element) }
    if pipeline.variables.count > 1 { _ = set(pipeline.variables[0], key) }
  }

  /// Gives a variable that is declared already its new value; false where there is none.
  mutating func set(_ name: String, _ value: Value) -> Bool {
    guard let index = variables.lastIndex(where: { $0.name == name }) else { return false }
    variables[index].value = value
    return true
  }
}
