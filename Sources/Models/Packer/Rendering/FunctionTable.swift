import GoTemplate
import Source

typealias TemplateText = GoText<RunText.Part>
typealias TemplateResult = GoResult<RunText.Part>

/// Packer's functions as an evaluator of Go templates calls them, in one scope.
struct FunctionTable {
  let scope: RenderScope
  let rules = GoOpaqueRules<RunText.Part>(
    content: { part in
      switch part {
      case .literal(let text), .secret(let text, _): text
      case .hole: nil
      }
    },
    derived: { text, parts in
      for case .secret(_, let name) in parts { return TemplateText([.opaque(.secret(text, name: name))]) }
      return TemplateText(text)
    })

  init(_ scope: RenderScope) { self.scope = scope }

  /// The function of a name; nil for one that is not known here.
  func function(_ name: String) -> GoFunction<RunText.Part>? {
    guard scope.knows(name), let facts = TemplateFunction.byName[name] else { return nil }
    let parameters: [GoFunction<RunText.Part>.Parameter] = facts.parameters.map {
      $0 == .text ? .text : .integer
    }
    return GoFunction(parameters, optionalCount: facts.optionalCount) { call(facts, $0) }
  }

  private func call(_ facts: TemplateFunction, _ arguments: [GoValue<RunText.Part>]) -> TemplateResult {
    guard facts.places.contains(scope.place) else { return .failure("it is not available here") }
    let texts = arguments.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let numbers = arguments.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    if !facts.isPure { return impure(facts.name, texts) }
    switch facts.name {
    case "user": return variable(texts[0])
    case "env": return named(texts[0], environment)
    case "build_name": return .value(scope.buildName.map { .text($0.templateText) } ?? .text(""))
    case "build_type": return .text(scope.buildType ?? "")
    case "packer_version": return .text("1.6.6")
    case "template_dir": return .text(scope.templateDirectory)
    case "pwd": return .text(scope.workingDirectory)
    case "upper": return computed(texts) { $0[0].uppercasedByLetter }
    case "lower": return computed(texts) { $0[0].lowercasedByLetter }
    case "replace_all": return computed(texts) { $0[2].replacing($0[0], with: $0[1], atMost: -1) }
    case "replace": return computed(texts) { $0[2].replacing($0[0], with: $0[1], atMost: numbers[0]) }
    case "split": return split(texts, numbers[0])
    case "clean_resource_name":
      guard let cleaning = scope.nameCleaning else {
        return scope.isComponentKnown
          ? .failure("it is not available here") : .unknown("nothing is known of the component")
      }
      return computed(texts) { cleaning.clean($0[0]) }
    default: return .failure("it is not available here")
    }
  }

  /// Functions whose result only the run, or a server, knows.
  private func impure(_ name: String, _ arguments: [TemplateText]) -> TemplateResult {
    switch name {
    // A form without a sign for a part of the time is the same at all times.
    case "strftime" where arguments.first.flatMap({ rules.string($0) })?.contains("%") == false:
      return .value(.text(arguments[0]))
    case "isotime", "strftime", "timestamp", "uuid":
      let words = [name] + arguments.map { rules.string($0) ?? "…" }
      return .value(.text(TemplateText([.opaque(.hole(.function(words.joined(separator: " "))))])))
    case "build":
      return named(arguments[0]) { key in
        guard scope.buildValues.contains(key) else { return .failure("no build value `\(key)`") }
        return .value(.text(TemplateText([.opaque(.hole(.build(key)))])))
      }
    case "vault" where scope.environment["VAULT_TOKEN"] == nil:
      return .failure("the variable `VAULT_TOKEN` of the environment is not set")
    default: return .unknown("`\(name)` asks a server")
    }
  }

  private func variable(_ name: TemplateText) -> TemplateResult {
    named(name) { name in
      if name.isEmpty { return .text("") }
      switch scope.variables[name] {
      case .value(let text)?: return .value(.text(text.templateText))
      case .unknown(let reason)?: return .value(.unknown(reason))
      case .absent?, nil:
        if scope.elsewhere.gives(name) { return .unknown("the variable `\(name)` is given from outside") }
        return scope.place == .variable ? .failure("variable not set") : .text("")
      }
    }
  }

  private func environment(_ name: String) -> TemplateResult {
    if let value = scope.environment[name] { return .text(value) }
    switch scope.unsetEnvironment {
    case .empty: return .text("")
    case .unknown: return .unknown("the variable `\(name)` of the environment is not set here")
    }
  }

  private func named(_ name: TemplateText, _ answer: (String) -> TemplateResult) -> TemplateResult {
    rules.string(name).map(answer) ?? .unknown("only the run knows the name")
  }

  private func computed(_ texts: [TemplateText], _ function: ([String]) -> String) -> TemplateResult {
    rules.compute(texts) { function($0) }.map { .value($0) } ?? .unknown("only the run knows it")
  }

  private func split(_ texts: [TemplateText], _ index: Int) -> TemplateResult {
    guard texts.allSatisfy({ rules.string($0) != nil }) else {
      return .unknown("only the run knows the text")
    }
    let count =
      texts.first.flatMap { rules.string($0) }?.parts(separatedBy: rules.string(texts[1]) ?? "").count ?? 0
    guard 0..<count ~= index else {
      return .failure("there is no part \(index), only \(count) of them from 0", argument: 2)
    }
    return computed(texts) { $0[0].parts(separatedBy: $0[1])[index] }
  }
}

extension RunText {
  /// The text as the evaluator of templates carries it.
  var templateText: TemplateText {
    TemplateText(
      parts.map { part in
        if case .literal(let text) = part { .literal(text) } else { .opaque(part) }
      })
  }

  /// The text that the evaluator made.
  init(_ text: TemplateText) {
    self.init(
      text.parts.map { part in
        switch part {
        case .literal(let text): .literal(text)
        case .opaque(let part): part
        }
      })
  }
}
