package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports images that keep the folder into which Packer has put cookbooks, data bags and secrets.
package struct LeftStagingDirectory: ProjectRule {
  package static let id: RuleID = "chef/left-staging-directory"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefBake.all(in: project)
    where run.component.type.value == "chef-solo" && run.isInBareContainer {
      let options = run.component.options
      let isKept = options["staging_directory"] == nil || options.string("staging_directory") != nil
      let folder = options.string("staging_directory") ?? "/tmp/packer-chef-solo"
      guard isKept, keepsImage(run), !run.mayRemove(folder + "/solo.rb", in: project) else { continue }
      let secret = options["encrypted_data_bag_secret_path"] ?? options["data_bags_path"]
      findings.add(
        secret == nil
          ? "the image keeps `\(folder)`, with every cookbook"
          : "the image keeps `\(folder)`, with cookbooks, data bags and their secret",
        at: secret?.location ?? run.component.type.location, atMost: secret == nil ? .info : .warning,
        help: "remove it in a step behind this one: `rm -rf \(folder)`")
    }
  }

  /// Whether the container becomes an image.
  private func keepsImage(_ run: ChefBake) -> Bool {
    let options = run.build.builder.options
    return options.flag("commit") == true || options["export_path"] != nil
  }
}
