import FuzzDriver
import GoTemplate
import Source

/// A Go template must be read to its end and rendered within bounds.
@main struct FuzzGoTemplate {
  static func main() {
    FuzzDriver.run { start, count in
      let file = SourceFile(
        FileID("input.tmpl"), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
      for actions in [GoTemplate.FieldActions.parsed, .literal] {
        let template = GoTemplate(DerivedText(file), fieldActions: actions)
        precondition(template.faults.allSatisfy { $0.range.end <= count }, "a fault lies beyond the end")
        let rules = GoOpaqueRules<String>(content: { _ in nil }, derived: { text, _ in GoText(text) })
        let upper = GoFunction<String>([.text]) { arguments in
          guard case .text(let text) = arguments[0], let string = rules.string(text) else {
            return .unknown("opaque")
          }
          return .text(string.uppercased())
        }
        var evaluator = GoEvaluator(functions: { $0 == "upper" ? upper : nil }, rules: rules)
        _ = evaluator.render(template, with: .missing)
      }
      return 0
    }
  }
}
