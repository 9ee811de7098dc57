package import Diagnostics
import GoTemplate
package import Lint
import Packer
import Source

/// Reports comparisons of `build_name` and `build_type` with what no builder of the template has.
package struct UnmatchedBuildCondition: TemplateRule {
  package static let id: RuleID = "packer/unmatched-build-condition"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let builders = template.template.builders
    let types = builders.compactMap { $0.type?.value }
    let names = builders.compactMap { $0.name?.value }
    // A computed name may be any.
    let isComputed = names.contains { $0.contains("{{") }
    for expression in template.expressions {
      for call in expression.calls where ["eq", "ne"].contains(call.function) {
        guard let subject = call.arguments.lazy.compactMap(Self.function).first else { continue }
        let known = subject == "build_type" ? types : names
        if subject == "build_name", isComputed { continue }
        for index in call.arguments.indices {
          guard let text = call.text(index, in: expression), !known.contains(text.value) else { continue }
          let near = Suggestion.nearest(to: text.value, among: known).map { [$0] } ?? []
          findings.add(
            "`\(subject)` is never `\(text.value)`: the template has no such build", at: text.location,
            help: Wording.meant(near)
              ?? (known.isEmpty
                ? "no builder of the template has one"
                : "it is \(Wording.choice(Array(Set(known)).sorted()))"),
            fix: Wording.renaming(text.location, to: near))
        }
      }
    }
  }

  /// The function that an operand calls without arguments, in round brackets or not.
  private static func function(_ operand: GoOperand) -> String? {
    switch operand.kind {
    case .function(let name): ["build_name", "build_type"].contains(name) ? name : nil
    case .pipeline(let pipeline):
      pipeline.commands.count == 1 && pipeline.commands[0].operands.count == 1
        ? function(pipeline.commands[0].operands[0]) : nil
    default: nil
    }
  }
}
