import Chef
package import Diagnostics
package import Lint
import Packer
package import Project
import RubySyntax

/// Reports notifications of `log`, which clients do not send any more.
package struct NotifyingLog: ProjectRule {
  package static let id: RuleID = "chef/notifying-log"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) where hasStopped(run) && file.part != .template {
      for resource in DeclaredResource.all(of: ["log"], in: file) {
        for place in resource.properties("notifies") { report(place, run, file, &findings) }
      }
      for place in file.outline.places(of: "subscribes") {
        guard let argument = file.outline.arguments(at: place).dropFirst().first,
          file.tree.constantText(of: argument)?.hasPrefix("log[") == true
        else { continue }
        report(place, run, file, &findings)
      }
    }
  }

  /// Whether the client of a run is one that takes no log for a change; a setting of its own can say otherwise.
  private func hasStopped(_ run: ChefStep) -> Bool {
    run.chef.run.setup.client.judged.isAtLeast(16) == true
      && run.bake?.component.options["config_template"] == nil
  }

  private func report(_ place: Int, _ run: ChefStep, _ file: ProjectRubyFile, _ findings: inout Findings) {
    guard let location = file.selector(at: place) else { return }
    findings.add(
      "`log` changes nothing, so that this notification is never sent", at: location,
      help: "since Chef 16 only `notify_group` notifies without doing anything", chain: run.chain(to: file))
  }
}
