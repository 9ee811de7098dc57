import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports files of cookbooks that Ruby cannot read.
package struct RubySyntaxError: ProjectRule {
  package static let id: RuleID = "chef/ruby-syntax-error"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    // Roles and environments; the metadata is among the files of the cookbook.
    for fault in project.chefFaults {
      let name = fault.location.file.path.split(separator: "/").last ?? ""
      guard case .malformedRuby(let message) = fault.kind, name.hasSuffix(".rb"),
        name != "metadata.rb", name != "Policyfile.rb"
      else { continue }
      findings.add(fault, ChefFaultWords("Ruby cannot read this file: \(message)"))
    }
    for (run, file) in ChefStep.rubyFiles(in: project) where file.part != .template {
      guard let fault = RubyBreak(file) else { continue }
      findings.add(
        "Ruby cannot read this file: \(fault.message)", at: fault.location,
        atMost: file.isLoaded ? .error : .warning,
        help: file.isLoaded ? nil : "this run list does not load it",
        labels: fault.labels, chain: run.chain(to: file))
    }
  }
}

/// The first thing in a file that Ruby refuses.
struct RubyBreak {
  let message: String
  let location: Location
  let labels: [Label]

  init?(_ file: ProjectRubyFile) {
    guard let fault = file.tree.faults.first(where: \.isError), fault.problem != .tooDeep else { return nil }
    message = fault.message
    location = fault.opening ?? fault.location
    labels = fault.opening == nil ? [] : [Label("Ruby notices it here", at: fault.location)]
  }
}
