import DataSyntax
package import Diagnostics
package import Lint
import Packer
import Source

/// Reports values of another type than Packer can read in their place.
package struct WrongType: TemplateRule {
  package static let id: RuleID = "packer/wrong-type"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.template.shapeFaults { report(fault, in: template.template, to: &findings) }
    for fault in template.componentFaults {
      guard case .wrongType(let name, let expected, var got) = fault.problem else { continue }
      if template.isSecret(name, of: fault) { got = "what is written" }
      let isUnsettled =
        [.bool, .trilean].contains(expected) && template.template.isOldBoolean(at: fault.location)
      findings.add(
        "option `\(name)` of \(fault.subject) is \(expected.words), not \(got)", at: fault.location,
        atMost: isUnsettled ? .warning : .error,
        help: isUnsettled
          ? "write \(expected.words): what turns YAML into JSON takes the word for a text, or by YAML 1.1 for a boolean"
          : fault.because ?? "write \(expected.words)",
        fix: Self.fix(at: fault.location, expecting: expected, in: template.template))
    }
    reportOldBooleans(in: template, to: &findings)
    for fault in template.evaluation.faults {
      guard case .notInteger(_, let key) = fault.problem else { continue }
      findings.add("`\(key)` is not a whole number", at: fault.location, help: "write digits only")
    }
  }

  /// Variables and texts that are a boolean for one reader of YAML, and a text for another.
  private func reportOldBooleans(in template: LintedTemplate, to findings: inout Findings) {
    guard template.template.syntax == .yaml else { return }
    for variable in template.template.variables
    where template.template.isOldBoolean(at: variable.value.location) {
      report("variable `\(variable.name.value)`", variable.value, to: &findings)
    }
    template.eachKnownOption { entry, option in
      guard option.type == .string, template.template.isOldBoolean(at: entry.value.location) else { return }
      report("option `\(entry.word)`", entry.value, to: &findings)
    }
  }

  private func report(_ what: String, _ value: TemplateValue, to findings: inout Findings) {
    guard let word = value.text?.string else { return }
    findings.add(
      "\(what) is a text here, and by YAML 1.1 a boolean", at: value.location, atMost: .warning,
      help: "put it in double quotes: `\"\(word)\"`",
      fix: Fix(.unsafe, edits: [.init(replacing: value.location, with: "\"\(word)\"")]))
  }

  /// The part of the template in words: a key and a variable's name in backticks, a component by its number.
  private func subject(of fault: ShapeFault) -> String {
    let words = fault.subject.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return "`\(fault.subject)`" }
    return words[0] == "variable" ? "variable `\(words[1])`" : fault.subject
  }

  private func report(_ fault: ShapeFault, in template: PackerTemplate, to findings: inout Findings) {
    func conversion(to kinds: [TemplateValue.Kind]) -> Fix? {
      template.conversion(at: fault.location, to: kinds).map { Fix(.safe, edits: $0) }
    }
    switch fault.problem {
    case .missingType: break
    case .wrongKind(let expected, let got):
      let words = Wording.joined(expected.map(\.words), by: "or")
      findings.add(
        "\(subject(of: fault)) is \(words), not \(got.words)", at: fault.location, help: "write \(words)",
        fix: conversion(to: expected))
    case .nestedChain:
      findings.add(
        "a chain of post-processors lies inside another chain", at: fault.location,
        help: "move it out: `post-processors` is a list of post-processors and of chains")
    case .commentNotText(let got):
      findings.add(
        "comment `\(fault.subject)` is a text, not \(got.words)", at: fault.location,
        help: "Packer refuses anything else at a root key that begins with `_`",
        fix: conversion(to: [.text]))
    case .notDuration(let written):
      findings.add(
        "`\(written)` is no duration", at: fault.location,
        help: "write a number with its unit: `10s`, `5m`, `1h30m`",
        fix: Self.fix(at: fault.location, expecting: .duration, in: template))
    }
  }

  /// What can only be meant: a word for a boolean; and what is likely meant: seconds.
  private static func fix(at place: Location, expecting type: OptionType, in template: PackerTemplate) -> Fix?
  {
    switch type {
    case .bool, .trilean: template.conversion(at: place, to: [.bool]).map { Fix(.safe, edits: $0) }
    case .duration: template.durationInSeconds(at: place).map { Fix(.unsafe, edits: $0) }
    default: nil
    }
  }
}

extension LintedTemplate {
  /// Whether the value of an option must not be repeated in a message.
  func isSecret(_ option: String, of fault: ComponentFault) -> Bool {
    let name = option.split { $0 == "." || $0 == "[" }.first.map(String.init) ?? option
    return catalog[fault.kind, fault.component]?.option(name)?.isSensitive ?? false
      || SecretShape.isSecretName(option)
  }
}

extension PackerTemplate {
  /// Whether a word stands at a place without quotes that YAML 1.1 takes for a boolean, and YAML 1.2 for a text.
  fileprivate func isOldBoolean(at place: Location) -> Bool {
    guard syntax == .yaml, place.file == file, place.range.start > 0,
      place.range.end <= tree.text.bytes.count
    else { return false }
    let before = tree.text.bytes[place.range.start - 1]
    let word = String(decoding: tree.text.bytes[place.range.indices], as: UTF8.self)
    return before != UInt8(ascii: "\"") && before != UInt8(ascii: "'")
      && ["yes", "no", "on", "off", "y", "n"].contains(word.lowercased())
  }
}

extension TemplateValue.Kind {
  /// The kind with its article.
  var words: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "an object"
    case .missing: "nothing"
    }
  }
}
