import Diagnostics
import GoTemplate
import Source

/// Gives each variable its value: `-var` over `-var-file` over the default, rendered, with what they read first.
struct VariableResolver {
  /// A value before it is rendered.
  private struct Given {
    let text: DerivedText
    /// Where it is declared, or the file that gives it.
    let name: Located<String>
    /// Whether the command line gives it, itself or in a file.
    var isFromOutside = false
  }

  private(set) var values: [String: Known<RunText>] = [:]
  private(set) var faults: [EvaluationFault] = []
  private var given: [String: Given] = [:]
  /// The variables that cannot be rendered.
  private var unsound: Set<String> = []
  /// What Packer goes on rendering until it gives up.
  private var retries = VariableRetries()
  private let sensitive: Set<String>
  private let texts: TemplateTexts
  private var scope: RenderScope
  /// The variables that are being resolved, outermost first.
  private var path: [String] = []

  init(
    _ template: PackerTemplate, inputs: TemplateInputs, files: VariableFiles, scope: RenderScope,
    texts: TemplateTexts
  ) {
    sensitive = Set(template.sensitiveVariables.map(\.value))
    self.texts = texts
    self.scope = scope
    for variable in template.variables {
      guard let text = variable.value.text else { continue }
      given[variable.name.value] = Given(text: text, name: variable.name)
    }
    for (name, text) in files.values {
      given[name.value] = Given(text: text, name: name, isFromOutside: true)
    }
    for (name, value) in inputs.variables {
      let declared = template.variables.last { $0.name.value == name }?.name
      let place = declared ?? Located(name, at: Location(template.file, ByteRange(at: 0)))
      var builder = DerivedTextBuilder()
      builder.append(generated: Array(value.utf8), by: place.location)
      given[name] = Given(text: builder.text(whole: place.location), name: place, isFromOutside: true)
    }
    noteMissing(template)
    for (name, value) in given
    where value.text.bytes.isEmpty && !value.isFromOutside && inputs.elsewhere.gives(name) {
      // An empty default only holds the place of what is given.
      values[name] = .unknown(
        UnknownReason("the variable `\(name)` is given from outside", at: value.name.location))
    }
    for name in given.keys.sorted() { _ = resolve(name) }
    if retries.isEndless { faults = faults.map(Self.tolerated) }
  }

  private mutating func noteMissing(_ template: PackerTemplate) {
    for variable in template.variables where variable.value.kind == .null && given[variable.name.value] == nil
    {
      faults.append(
        EvaluationFault(.requiredVariableMissing(variable.name.value), at: variable.name.location))
      values[variable.name.value] = .unknown(
        UnknownReason(
          "the variable `\(variable.name.value)` is given from outside", at: variable.name.location))
    }
    for variable in template.variables
    where values[variable.name.value] == nil && given[variable.name.value] == nil {
      values[variable.name.value] = .unknown(UnknownReason("its value cannot be read", at: variable.location))
    }
  }

  /// The value of a variable, those that it reads resolved before it.
  private mutating func resolve(_ name: String) -> Known<RunText>? {
    if let value = values[name] { return value }
    guard let given = given[name] else { return nil }
    // Deeper chains than this only a hostile template has.
    guard path.count < TemplateTexts.depthLimit * 4 else {
      return .unknown(UnknownReason("it reads too many others"))
    }
    path.append(name)
    let value = render(given, name: name)
    path.removeLast()
    values[name] = value
    return value
  }

  private mutating func render(_ given: Given, name: String) -> Known<RunText> {
    guard GoTemplate.hasActions(given.text.bytes) else {
      return .value(sealed(RunText(given.text.string), name))
    }
    let template = texts.template(given.text, isVariable: true)
    var isSound = true
    for call in template.calls where call.function == "user" {
      guard let used = TextRenderer.firstText(of: call, in: template) else { continue }
      if !use(used, in: name) { isSound = false }
    }
    scope.variables = values
    var renderer = TextRenderer(scope)
    var found: [EvaluationFault] = []
    let rendered = renderer.render(template, with: .missing, noting: &found)
    // A failing `user` is told at its name already.
    faults += found.filter { if case .failedCall("user", _) = $0.problem { false } else { true } }
    for call in template.calls
    where found.isEmpty && TemplateFunction.byName[call.function]?.asksServer == true {
      faults.append(
        EvaluationFault(.undecidableCall(call.function), at: template.location(of: call.range)))
    }
    guard isSound else {
      unsound.insert(name)
      return .unknown(UnknownReason("the variable cannot be rendered", at: given.name.location))
    }
    retries.note(rendered: given.text)
    return rendered.text.map { sealed($0, name) }
  }

  /// Resolves a variable that another one reads; false where it cannot be.
  private mutating func use(_ used: Located<String>, in name: String) -> Bool {
    if let start = path.firstIndex(of: used.value) {
      // A value of the command line is there before it is rendered, as it stands.
      let isGiven = { [given, scope] in given[$0]?.isFromOutside == true || scope.elsewhere.gives($0) }
      if path[start...].contains(where: isGiven) { return true }
      faults.append(EvaluationFault(.variableCycle(path[start...] + [used.value]), at: used.location))
      return false
    }
    // A variable without a name is always there.
    if used.value.isEmpty || resolve(used.value) != nil { return !unsound.contains(used.value) }
    let nearest = Suggestion.names(near: used.value, among: given.keys)
    if scope.elsewhere.gives(used.value) {
      let problem = EvaluationFault.Problem.undeclaredVariable(used.value, nearest: nearest)
      faults.append(EvaluationFault(problem, at: used.location, isRefused: false))
      return true
    }
    faults.append(
      EvaluationFault(
        .undeclaredVariableInVariable(used.value, in: name, nearest: nearest), at: used.location))
    return false
  }

  /// The fault of a template whose other variables keep Packer from telling it.
  private static func tolerated(_ fault: EvaluationFault) -> EvaluationFault {
    switch fault.problem {
    case .undeclaredVariableInVariable, .variableCycle:
      EvaluationFault(fault.problem, at: fault.location, isRefused: false)
    default: fault
    }
  }

  private func sealed(_ text: RunText, _ name: String) -> RunText {
    sensitive.contains(name) ? text.secret(name: name) : text
  }
}
