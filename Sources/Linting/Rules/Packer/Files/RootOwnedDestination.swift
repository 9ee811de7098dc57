package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports uploads by an ordinary user into folders that belong to root.
package struct RootOwnedDestination: ProjectRule {
  package static let id: RuleID = "packer/root-owned-destination"

  private static let folders = [
    "/bin/", "/boot/", "/etc/", "/lib/", "/lib64/", "/opt/", "/root/", "/sbin/", "/srv/", "/usr/",
    "/var/lib/",
    "/var/www/", "/var/log/",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for upload in Upload.all(in: project) {
      guard let user = user(of: upload.build), let folder = upload.folder,
        Self.folders.contains(where: upload.path.hasPrefix), !upload.mayBePrepared(folder, in: project)
      else { continue }
      findings.add(
        "user `\(user)` cannot write to `\(folder)`", at: upload.destination.location,
        help: "upload to `/tmp`, and move the file with `sudo` in a `shell` provisioner")
    }
  }

  /// The user that uploads over SSH; nil for root, and where it cannot be told.
  private func user(of build: Build) -> String? {
    let options = build.builder.options
    guard build.builder.type.value != "docker", options.string("communicator") ?? "ssh" == "ssh",
      options["communicator"] == nil || options.string("communicator") != nil,
      let user = options.string("ssh_username"), !user.isEmpty, user != "root"
    else { return nil }
    return user.contains("$") || user.contains("\\") || user == "Administrator" ? nil : user
  }
}
