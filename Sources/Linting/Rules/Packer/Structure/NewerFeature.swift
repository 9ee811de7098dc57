package import Diagnostics
package import Lint
import Packer

/// Reports what the Packer that builds a template does not know yet: functions, keys and components of its core.
package struct NewerFeature: TemplateRule {
  package static let id: RuleID = "packer/newer-feature"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let version = template.packerVersion
    for fault in template.evaluation.faults {
      let what: String
      switch fault.problem {
      case .newerFunction(let name): what = "function `\(name)`"
      case .newerBuildValue(let key): what = "build value `\(key)`"
      default: continue
      }
      let isSure = version.map { $0 <= .reference } == true
      findings.add(
        "Packer \(isSure ? version ?? .reference : .reference) has no \(what)", at: fault.location,
        help: "build with a newer Packer", severity: isSure ? nil : .info)
    }
    guard let version else { return }
    for feature in CoreFeature.all(in: template) where version < feature.version {
      findings.add(
        "Packer \(version) has no \(feature.words)", at: feature.location,
        help: "it came with \(feature.version): build with that or newer")
    }
  }
}
