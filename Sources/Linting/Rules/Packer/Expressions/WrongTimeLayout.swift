package import Diagnostics
import GoTemplate
package import Lint
import Packer
import Source

/// Reports layouts of `isotime` and `strftime` that hold nothing of the time.
package struct WrongTimeLayout: TemplateRule {
  package static let id: RuleID = "packer/wrong-time-layout"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for expression in template.expressions {
      for call in expression.calls {
        guard let layout = call.text(0, in: expression), !layout.value.isEmpty else { continue }
        switch call.function {
        case "isotime" where Self.isConstant({ $0.formatted(layout: layout.value) }):
          findings.add(
            "`\(layout.value)` is no time layout: nothing in it stands for the time", at: layout.location,
            help:
              "write how Go's reference time would look, `2006-01-02 15:04:05`; `strftime` takes `%Y-%m-%d`")
        case "strftime" where Self.isConstant({ $0.formatted(strftime: layout.value) }):
          findings.add(
            "`\(layout.value)` is no time format: nothing in it stands for the time", at: layout.location,
            help: "write `%Y-%m-%d`; `isotime` takes layouts such as `2006-01-02`")
        default: break
        }
      }
    }
  }

  /// Whether two moments that differ in every part come out alike.
  private static func isConstant(_ text: (GoTime) -> String) -> Bool {
    text(GoTime(unix: 1_000_000_000)) == text(GoTime(unix: 1_318_877_777))
  }
}
