import Glibc
package import Host

/// Looks at what container engines need of this machine; the cheap and general things first.
package struct EngineProbe: Sendable {
  let folders: Folders
  let environment: [String: String]
  let child: ChildProcess
  let disk = Disk(workingDirectory: "/")

  package init(folders: Folders, environment: [String: String], executable: String = "/proc/self/exe") {
    self.folders = folders
    self.environment = environment
    child = ChildProcess(executable: executable)
  }

  /// All facts, in the order in which one explains the next.
  package func facts() async -> [EngineFact] {
    var facts = [user, capabilities, restrictions, overlayInKernel]
    facts += await mounting()
    facts += [userNamespaces, subordinateIDs, controlGroups]
    facts += await programs()
    facts += [space, limits]
    return facts + (await engines())
  }

  private var user: EngineFact {
    EngineFact("user", geteuid() == 0 ? "root" : "user \(geteuid())", .told)
  }

  private var capabilities: EngineFact {
    let held = CapabilitySet.ownEffective
    let wanted = ["SYS_ADMIN", "SYS_CHROOT", "MKNOD", "SYS_RESOURCE"].compactMap(Capability.init(_:))
    let missing = wanted.filter { !held.contains($0) }.map(\.name)
    guard !missing.isEmpty else { return EngineFact("capabilities", "all that are needed", .good) }
    let isNeeded = !held.contains(.systemAdministration)
    return EngineFact(
      "capabilities", "without \(missing.joined(separator: ", "))", isNeeded ? .lacking : .told,
      help: isNeeded ? "run as root, in a container with `--cap-add SYS_ADMIN`" : nil)
  }

  /// What a container runtime above us has closed.
  private var restrictions: EngineFact {
    let status = text("/proc/self/status")
    let value = { (name: String) in
      status.split(separator: "\n").first { $0.hasPrefix(name + ":") }.flatMap {
        $0.split(separator: "\t").last
      }
    }
    var found: [String] = []
    if let mode = value("Seccomp"), mode != "0" { found.append("system calls are filtered") }
    if value("NoNewPrivs") == "1" { found.append("no new privileges can be gained") }
    return EngineFact("restrictions", found.isEmpty ? "none" : found.joined(separator: ", "), .told)
  }

  private var overlayInKernel: EngineFact {
    let names = text("/proc/filesystems").split { $0 == "\n" || $0 == "\t" }
    return names.contains("overlay")
      ? EngineFact("overlayfs", "in the kernel", .good)
      : EngineFact("overlayfs", "not in the kernel", .lacking, help: "`modprobe overlay`")
  }

  /// Tries it: a mount namespace, and an overlay in the folder where containers will lie.
  private func mounting() async -> [EngineFact] {
    let folder = folders.cache + "/native"
    do throws(HostError) { try HostFile.makeFolder(folder) } catch {
      return [
        EngineFact(
          "mounts", error.description, .lacking, help: "set `XDG_CACHE_HOME` to a folder that can be written")
      ]
    }
    let request = ProbeRequest(folder: folder, report: "\(folder)/probe-\(ContainerName.next())")
    do throws(EngineError) {
      _ = try await child.run(ProbeRequest.verb, request.options, report: request.report)
      return [EngineFact("mounts", "overlays can be mounted in `\(folder)`", .good)]
    } catch {
      return [EngineFact("mounts", error.message, .lacking, help: error.help)]
    }
  }

  private var userNamespaces: EngineFact {
    let most = Int(text("/proc/sys/user/max_user_namespaces").split(separator: "\n").first ?? "") ?? 0
    return EngineFact("user namespaces", most > 0 ? "up to \(most)" : "none allowed", .told)
  }

  private var subordinateIDs: EngineFact {
    let names =
      [String(geteuid())]
      + [getpwuid(geteuid())].compactMap { $0.map { String(cString: $0.pointee.pw_name) } }
    let line = text("/etc/subuid").split(separator: "\n").first { line in
      names.contains { line.hasPrefix($0 + ":") }
    }
    return EngineFact("subordinate ids", line.map(String.init) ?? "none for this user", .told)
  }

  private var controlGroups: EngineFact {
    let mounts = ControlGroupMount.all(in: text("/proc/self/mountinfo"))
    guard !mounts.isEmpty else {
      return EngineFact("control groups", "not mounted; containers get a tree of their own", .told)
    }
    let kinds = Set(mounts.map { $0.isUnified ? "v2" : "v1" }).sorted().joined(separator: " and ")
    let isWritable = mounts.contains(where: \.isWritable)
    return EngineFact(
      "control groups", isWritable ? kinds : "\(kinds), read-only; containers get a tree of their own",
      isWritable ? .good : .told)
  }

  func text(_ path: String) -> String {
    String(decoding: (try? disk.read(path, limit: 16 << 20)) ?? [], as: UTF8.self)
  }
}
