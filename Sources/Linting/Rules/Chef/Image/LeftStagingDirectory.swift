package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports images that keep the folder into which Packer has put data bags and their secret.
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
      // Cookbooks alone are small, and no secret.
      let key = options["encrypted_data_bag_secret_path"]
      guard let secret = key ?? options["data_bags_path"] else { continue }
      findings.add(
        key == nil
          ? "the image keeps `\(folder)`, with the data bags"
          : "the image keeps `\(folder)`, with the secret of the data bags",
        at: secret.location, help: "remove it in a step behind this one: `rm -rf \(folder)`")
    }
  }

  /// Whether the container becomes an image.
  private func keepsImage(_ run: ChefBake) -> Bool {
    let options = run.build.builder.options
    return options.flag("commit") == true || options["export_path"] != nil
  }
}
