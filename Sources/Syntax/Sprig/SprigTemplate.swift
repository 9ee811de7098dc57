package import GoTemplate
package import Source

/// Renders templates as goss does: with the variables, the environment and Sprig's functions.
package struct SprigTemplate {
  private let functions: SprigFunctions
  private let environment: PlainValue

  package init(_ machine: TemplateMachine) {
    functions = SprigFunctions(machine)
    environment = .map(Dictionary(machine.environment.mapValues { .text($0) }), of: .text)
  }

  /// What a template comes to, each byte with the place that made it; or the first fault, where goss stops.
  package func render(
    _ template: GoTemplate, variables: [GoKey: PlainValue]
  ) -> Result<DerivedText, SprigFault> {
    if let fault = firstFault(in: template) { return .failure(fault) }
    var evaluator = GoEvaluator(functions: functions.function, rules: .plain, semantics: .goss)
    let rendering = evaluator.render(template, with: .map(["Vars": .map(variables), "Env": environment]))
    if let fault = rendering.faults.first {
      return .failure(
        SprigFault(
          message: fault.goMessage(in: template.text.bytes, named: Self.name),
          location: template.location(of: fault.range)))
    }
    guard rendering.isWhole else {
      return .failure(
        SprigFault(
          message: "template: \(Self.name): it does more than a template may", location: template.text.whole))
    }
    var builder = DerivedTextBuilder()
    for part in rendering.parts {
      if part.isLiteral {
        builder.append(template.text, part.origin)
        continue
      }
      switch part.content {
      case .text(let text):
        builder.append(generated: Array(text.string.utf8), by: template.location(of: part.origin))
      case .unknown(let reason):
        return .failure(
          SprigFault(
            message: "template: \(Self.name): it cannot be told here: \(reason.text)",
            location: template.location(of: part.origin)))
      }
    }
    return .success(builder.text(whole: template.text.whole))
  }

  /// The name that goss gives to every template.
  private static let name = "test"

  /// What the parser stops at: syntax, or a function that nobody knows, whichever comes first.
  private func firstFault(in template: GoTemplate) -> SprigFault? {
    let bytes = template.text.bytes
    let unknown = template.calls.first { call in
      !GoFunctionNames.builtIn.contains(call.function) && functions.function(call.function) == nil
    }
    let fault = template.faults.first
    if let unknown, fault.map({ unknown.range.start < $0.range.start }) ?? true {
      let line = bytes[..<unknown.range.start].count { $0 == 0x0A } + 1
      let name = GoQuotedText.quoted(unknown.function)
      return SprigFault(
        message: "template: \(Self.name):\(line): function \(name) not defined",
        location: template.location(of: unknown.range))
    }
    return fault.map {
      SprigFault(
        message: $0.goMessage(in: bytes, named: Self.name), location: template.location(of: $0.range))
    }
  }
}

/// Where goss stops rendering, in Go's words.
package struct SprigFault: Error, Hashable {
  package let message: String
  package let location: Location
}
