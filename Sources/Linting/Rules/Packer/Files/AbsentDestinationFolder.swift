package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports uploads into folders that nothing has made.
package struct AbsentDestinationFolder: ProjectRule {
  package static let id: RuleID = "packer/absent-destination-folder"

  /// Folders that every Linux system has.
  private static let standard: Set = [
    "/bin", "/boot", "/dev", "/dev/shm", "/etc", "/etc/cron.d", "/etc/cron.daily", "/etc/default",
    "/etc/init.d",
    "/etc/profile.d", "/etc/security", "/etc/skel", "/etc/ssl", "/etc/systemd", "/etc/systemd/system",
    "/etc/apt",
    "/etc/apt/sources.list.d", "/etc/apt/apt.conf.d", "/etc/apt/preferences.d", "/etc/yum.repos.d",
    "/etc/pki",
    "/etc/ssh", "/etc/sudoers.d", "/etc/network", "/etc/sysctl.d", "/etc/logrotate.d", "/etc/modprobe.d",
    "/etc/udev", "/etc/udev/rules.d", "/etc/dbus-1", "/etc/dhcp", "/etc/pam.d", "/etc/ld.so.conf.d",
    "/etc/sysconfig", "/etc/sysconfig/network-scripts", "/etc/cloud", "/etc/cloud/cloud.cfg.d", "/etc/rc.d",
    "/etc/ssl/certs", "/etc/ssl/private", "/etc/network/if-up.d", "/etc/rsyslog.d", "/etc/default/grub.d",
    "/etc/modules-load.d", "/etc/systemd/system.conf.d", "/etc/security/limits.d", "/etc/cron.hourly",
    "/home", "/lib", "/lib/systemd", "/lib/systemd/system", "/lib64", "/media", "/mnt", "/opt", "/proc",
    "/root", "/run",
    "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin", "/usr/lib", "/usr/lib/systemd/system", "/usr/local",
    "/usr/local/bin", "/usr/local/etc", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share",
    "/usr/local/share/ca-certificates", "/usr/sbin", "/usr/share", "/usr/share/ca-certificates", "/usr/src",
    "/usr/local/src", "/usr/local/include", "/usr/include", "/var", "/var/cache", "/var/lib", "/var/log",
    "/var/opt",
    "/var/run", "/var/spool", "/var/tmp", "/var/lib/dpkg", "/var/spool/cron", "/var/mail", "/var/backups",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for upload in Upload.all(in: project) {
      guard upload.path.hasPrefix("/"), let folder = upload.folder, !Self.standard.contains(folder),
        !folder.contains("//"), !isHome(folder, upload.build), isPlainBase(upload.build),
        !isFolder(upload, in: project),
        !upload.mayBePrepared(folder, in: project)
      else { continue }
      findings.add(
        "nothing has made folder `\(folder)` before this upload", at: upload.destination.location,
        help: "make it with a `shell` provisioner before, `mkdir --parents \(folder)`, or upload to `/tmp`")
    }
  }

  private func isHome(_ folder: String, _ build: Build) -> Bool {
    let parts = folder.split(separator: "/")
    return parts.count == 2 && parts[0] == "home"
      || build.builder.options.string("ssh_username").map { folder.hasPrefix("/home/\($0)/.ssh") } == true
  }

  /// Whether the machine begins as a system without anything of its own: a bare image of a distribution.
  private func isPlainBase(_ build: Build) -> Bool {
    guard build.builder.type.value == "docker" else { return false }
    guard let image = build.builder.options.string("image") else { return false }
    let name = image.split(whereSeparator: { $0 == ":" || $0 == "@" }).first.map(String.init) ?? image
    let systems: Set = [
      "debian", "ubuntu", "alpine", "centos", "fedora", "amazonlinux", "busybox", "rockylinux", "almalinux",
      "oraclelinux", "archlinux", "opensuse/leap",
    ]
    return systems.contains(name.hasPrefix("library/") ? String(name.dropFirst("library/".count)) : name)
  }

  /// Whether folders are uploaded: the engine makes the folder that they go to.
  private func isFolder(_ upload: Upload, in project: Project) -> Bool {
    let sources = upload.component.options.texts("source") + upload.component.options.texts("sources")
    return sources.allSatisfy { source in
      guard let path = source.value.complete, let entry = project.entry(path) else { return true }
      return entry.kind != .file
    }
  }
}
