package import Diagnostics
package import Lint
import Packer
import Source

/// Reports what `packer fix` rewrites, where no other rule says that it is gone.
package struct ObsoleteForm: TemplateRule {
  package static let id: RuleID = "packer/obsolete-form"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let rewrites = template.rewrites
    guard !rewrites.isEmpty else { return }
    let told = template.toldElsewhere
    for rewrite in rewrites {
      guard let place = rewrite.places.first, !rewrite.places.contains(where: told.contains) else { continue }
      let (message, help) = wording(of: rewrite)
      findings.add(message, at: place, help: help, fix: rewrite.fix)
    }
  }

  private func wording(of rewrite: TemplateRewrite) -> (message: String, help: String) {
    switch rewrite.change {
    case .renamed(let old, let new):
      ("`\(old)` of \(rewrite.subject) is called `\(new)` now", "write `\(new)`")
    case .removed(let old): ("`\(old)` of \(rewrite.subject) is gone", "remove it: nothing reads it any more")
    case .retyped(let old, let new): ("`\(old)` is called `\(new)` now", "write `\(new)`")
    case .reshaped(let words, let help): ("\(rewrite.subject): \(words)", help)
    }
  }
}

extension LintedTemplate {
  /// The places of which other rules say that something is gone.
  fileprivate var toldElsewhere: Set<Location> {
    var places: Set<Location> = []
    for fault in componentFaults {
      switch fault.problem {
      case .removedOption, .unknownOption, .deprecatedOption: places.insert(fault.location)
      default: break
      }
    }
    for fault in evaluation.faults {
      switch fault.problem {
      case .unknownComponent, .removedFunction: places.insert(fault.location)
      default: break
      }
    }
    return places
  }
}
