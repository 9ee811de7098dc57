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
        labels: fault.opening.map { [Label("it is opened here", at: $0)] }
          ?? RubyBreakHint(fault, in: file).map { [$0.label] } ?? [],
        chain: run.chain(to: file))
    }
  }
}

/// The first thing in a file that Ruby refuses.
struct RubyBreak {
  let message: String
  /// The line that Ruby names.
  let location: Location
  /// Where the thing begins that is not closed.
  let opening: Location?

  init?(_ file: ProjectRubyFile) {
    guard let first = file.tree.faults.first(where: \.isError), first.problem != .tooDeep,
      let fault = ChefFault(syntaxOf: file.tree)
    else { return nil }
    message = first.message
    location = fault.location
    opening = first.opening
  }
}
