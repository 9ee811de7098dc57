import Diagnostics
import GoTemplate
import Source

/// Renders texts of one scope and tells what is wrong in them.
struct TextRenderer {
  let scope: RenderScope
  /// Made when the first text needs it: most components hold none.
  private lazy var evaluator: GoEvaluator<RunText.Part> = {
    let table = FunctionTable(scope)
    return GoEvaluator(functions: table.function, rules: table.rules)
  }()

  init(_ scope: RenderScope) { self.scope = scope }

  /// A text after rendering: what it says, and where each of its bytes comes from.
  struct Rendered {
    let text: Known<RunText>
    /// Secrets, holes and unknown parts stand as `OptionValue.placeholder`.
    let places: DerivedText
  }

  /// Renders a text with its data, noting its faults.
  mutating func render(
    _ template: GoTemplate, with data: GoValue<RunText.Part>, noting faults: inout [EvaluationFault]
  ) -> Rendered {
    check(template, noting: &faults)
    let rendering = evaluator.render(template, with: data)
    faults += rendering.faults.map { fault($0, in: template) }
    let isBroken = !template.faults.isEmpty || !rendering.faults.isEmpty
    if let budget = scope.budget, !budget.take(rendering.size) {
      let reason = "the texts of this template grow beyond \(RenderBudget.limit >> 20) MiB"
      faults.append(EvaluationFault(.templateSyntax(reason), at: template.text.whole))
      return Rendered(text: .unknown(UnknownReason(reason, at: template.text.whole)), places: template.text)
    }
    return Rendered(
      text: isBroken ? broken(template) : Self.text(of: rendering, in: template),
      places: places(rendering, of: template))
  }

  private func broken(_ template: GoTemplate) -> Known<RunText> {
    .unknown(UnknownReason("its template cannot be rendered", at: template.text.whole))
  }

  private static func text(of rendering: GoRendering<RunText.Part>, in template: GoTemplate) -> Known<RunText>
  {
    var parts: [RunText.Part] = []
    for part in rendering.parts {
      switch part.content {
      case .text(let text): parts += RunText(text).parts
      case .unknown(let reason):
        return .unknown(UnknownReason(reason.text, at: reason.location ?? template.location(of: part.origin)))
      }
    }
    return .value(RunText(parts))
  }

  private func places(_ rendering: GoRendering<RunText.Part>, of template: GoTemplate) -> DerivedText {
    var builder = DerivedTextBuilder()
    for part in rendering.parts {
      if part.isLiteral {
        builder.append(template.text.slice(part.origin))
      } else {
        builder.append(generated: Array(shown(part).utf8), by: template.location(of: part.origin))
      }
    }
    return builder.text(whole: template.text.whole)
  }

  /// What stands for a rendered part in the text for further parsers.
  private func shown(_ part: GoRendering<RunText.Part>.Part) -> String {
    guard case .text(let text) = part.content else { return OptionValue.placeholder }
    return text.parts.map { if case .literal(let literal) = $0 { literal } else { OptionValue.placeholder } }
      .joined()
  }

  /// Notes faults that Go finds before it renders: syntax and unknown functions, wherever they stand.
  func check(_ template: GoTemplate, noting faults: inout [EvaluationFault]) {
    for fault in template.faults {
      faults.append(EvaluationFault(.templateSyntax(fault.message), at: template.location(of: fault.range)))
    }
    for call in template.calls
    where !scope.knows(call.function) && !GoFunctionNames.builtIn.contains(call.function) {
      faults.append(EvaluationFault(unknown(call.function), at: template.location(of: call.range)))
    }
  }

  private func unknown(_ function: String) -> EvaluationFault.Problem {
    if let replacement = TemplateFunction.removed[function] {
      return .removedFunction(function, replacement: replacement)
    }
    if TemplateFunction.later.contains(function) { return .newerFunction(function) }
    if let facts = TemplateFunction.byName[function] {
      return .functionNotAllowed(function, allowed: "some builders of \(facts.placesInWords)")
    }
    let names = TemplateFunction.all.map(\.name) + GoFunctionNames.builtIn
    return .unknownFunction(function, nearest: Suggestion.names(near: function, among: names))
  }

  /// The fault of a call in the terms of Packer.
  private func fault(_ fault: GoExecutionFault, in template: GoTemplate) -> EvaluationFault {
    let location = template.location(of: fault.range)
    let call = template.calls.first { $0.range == fault.range }
    switch fault.problem {
    case .wrongArgumentCount(let name, let expected, let got):
      return EvaluationFault(.wrongArgumentCount(name, expected: expected, got: got), at: location)
    case .wrongArgument(let name, let position, let expected):
      return EvaluationFault(.wrongArgument(name, position: position, expected: expected), at: location)
    case .other(let message): return EvaluationFault(.templateSyntax(message), at: location)
    case .failedCall(let name, let reason):
      let facts = TemplateFunction.byName[name]
      let argument = call.flatMap { Self.firstText(of: $0, in: template) }
      if name == "build", scope.place == .builder {
        return EvaluationFault(
          .buildValueInBuilder(argument?.value ?? ""), at: argument?.location ?? location)
      }
      if let facts, let replacement = facts.replacement {
        return EvaluationFault(.removedFunction(name, replacement: replacement), at: location)
      }
      if let facts, !facts.places.contains(scope.place) {
        return EvaluationFault(.functionNotAllowed(name, allowed: facts.placesInWords), at: location)
      }
      if name == "build", let argument, scope.laterBuildValues.contains(argument.value) {
        return EvaluationFault(.newerBuildValue(argument.value), at: argument.location)
      }
      if name == "build", let argument {
        let problem = EvaluationFault.Problem.unknownBuildValue(
          argument.value, available: scope.buildValues.sorted())
        return EvaluationFault(problem, at: argument.location)
      }
      return EvaluationFault(.failedCall(name, reason: reason), at: location)
    }
  }

  /// The first argument of a call, where it is written out as a text.
  static func firstText(of call: GoCall, in template: GoTemplate) -> Located<String>? {
    guard case .text(let bytes, let content)? = call.arguments.first?.kind else { return nil }
    return Located(String(decoding: bytes, as: UTF8.self), at: template.location(of: content))
  }
}
