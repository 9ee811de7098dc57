package import Diagnostics
package import Lint
import Packer

/// Reports calls with too few, too many or wrong arguments.
package struct WrongArguments: TemplateRule {
  package static let id: RuleID = "packer/wrong-arguments"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .wrongArgumentCount(let name, let expected, let got):
        findings.add(
          "`\(name)` takes \(words(expected)), not \(got)", at: fault.location,
          help: got > expected.upperBound ? "put a text of several words in backticks" : "add what is missing"
        )
      case .wrongArgument(let name, let position, let expected):
        findings.add(
          "argument \(position) of `\(name)` is not \(expected)", at: fault.location,
          help: "give it \(expected)")
      default: break
      }
    }
  }

  private func words(_ count: ClosedRange<Int>) -> String {
    if count.upperBound == Int.max { return "at least \(arguments(count.lowerBound))" }
    if count.lowerBound == count.upperBound {
      return count.upperBound == 0 ? "no argument" : arguments(count.upperBound)
    }
    return "\(count.lowerBound) to \(arguments(count.upperBound))"
  }

  private func arguments(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }
}
