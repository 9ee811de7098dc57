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
    var facts = [user, capabilities, restrictions, overlayInKernel, userNamespaces]
    facts += [await subordinateIDs(), controlGroups]
    facts += await mounting()
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
    let does = isOrdinary ? "; containers are made in a user namespace" : ""
    return EngineFact("capabilities", "without \(missing.joined(separator: ", "))" + does, .told)
  }

  /// Whether this process may not mount, and so needs user namespaces.
  private var isOrdinary: Bool { !CapabilitySet.ownEffective.contains(.systemAdministration) }

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
    let home = NativeHome(in: folders)
    do throws(HostError) { try HostFile.makeFolder(home.path) } catch {
      return [
        EngineFact(
          "mounts", error.description, .lacking, help: "set `OVENPROOF_HOME` to a folder that can be written")
      ]
    }
    let trial = NativeTrial(home: home, child: child, environment: environment)
    do throws(EngineError) {
      try await trial.tryMounting(await trial.identities(), .namespaces)
      return [EngineFact("mounts", "overlays can be mounted in `\(home.path)`", .good)]
    } catch {
      return [EngineFact("mounts", error.message, .lacking, help: error.help)]
    }
  }

  private var userNamespaces: EngineFact {
    let most = Int(text("/proc/sys/user/max_user_namespaces").split(separator: "\n").first ?? "") ?? 0
    let closed = [
      "kernel/unprivileged_userns_clone": "0", "kernel/apparmor_restrict_unprivileged_userns": "1",
    ]
    .filter { text("/proc/sys/" + $0.key).hasPrefix($0.value) }.keys.sorted()
    let isClosed = isOrdinary && (most == 0 || (geteuid() != 0 && !closed.isEmpty))
    let setting = closed.first.map {
      "closed to ordinary users by `\($0.split(separator: "/").joined(separator: "."))`"
    }
    return EngineFact(
      "user namespaces", most == 0 ? "none allowed" : setting ?? "allowed", isClosed ? .lacking : .told,
      help: isClosed ? UserNamespace.refusal(most == 0 ? ENOSPC : EPERM).help : nil)
  }

  /// What files and programs of an ordinary user's containers can belong to.
  private func subordinateIDs() async -> EngineFact {
    let subject = "subordinate ids"
    guard isOrdinary, !UserNamespace.mayMapAll else { return EngineFact(subject, "not needed", .told) }
    let search = ProgramSearch(environment: environment)
    guard UserNamespace.programs.allSatisfy({ search.path(of: $0) != nil }) else {
      return EngineFact(
        subject, "`newuidmap` and `newgidmap` are not installed, so containers know root alone", .lacking,
        help: "as root: `apt-get install uidmap`")
    }
    let name = await OwnAccount.name()
    let counts = ["/etc/subuid", "/etc/subgid"].map { path in
      IdentityMap.subordinate(path, of: name).reduce(0) { $0 + Int($1.count) }
    }
    guard counts.allSatisfy({ $0 > 0 }) else {
      return EngineFact(
        subject, "`/etc/subuid` and `/etc/subgid` give `\(name)` no range, so containers know root alone",
        .lacking,
        help:
          "as root: `usermod --add-subuids 100000-165535 --add-subgids 100000-165535 \(name)`, with a range that is free"
      )
    }
    return EngineFact(subject, "\(counts[0]) users and \(counts[1]) groups for `\(name)`", .good)
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
