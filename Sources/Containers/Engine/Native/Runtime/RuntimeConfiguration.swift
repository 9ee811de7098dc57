import DataSyntax
import Glibc
import Host
import Image

/// The configuration by which `runc` starts a container (OCI runtime specification, `config.json`).
struct RuntimeConfiguration: Sendable {
  let scratch: Scratch
  let spec: ContainerSpec
  let process: Process
  let capabilities: CapabilitySet
  /// The image's volumes, whose content lies in the scratch folder by their place in this list.
  let volumes: [String]
  let variant: NativeVariant

  /// The container's first process.
  struct Process: Sendable, Hashable {
    var arguments: [String]
    var environment: [String: String]
    var workingDirectory: String
    var user: ContainerUser
    var forbidsNewPrivileges = false
  }

  /// Names in `/dev` that every container has.
  static let usualDevices = ["null", "zero", "full", "random", "urandom", "tty"]

  /// What a container is called on the inside where nothing else is said: a name that differs from run to run would end up in
  /// images.
  static let hostName = "build"

  func json() throws(EngineError) -> JSONText {
    let named = try spec.devices.map { (text) throws(EngineError) in try ContainerDevice(text) }
    let paths = Set(named.map(\.path))
    let all = spec.privileged ? ContainerDevice.all().filter { !paths.contains($0.path) } : []
    // Those that every container has are there without being asked for.
    let usual = Set(Self.usualDevices.map { "/dev/\($0)" })
    let mounted = variant.mountsDevices ? (all + named).filter { !usual.contains($0.path) } : []
    return .members([
      ("ociVersion", .string("1.0.2")),
      ("hostname", .string(spec.hostName ?? Self.hostName)),
      ("root", .members([("path", .string(scratch.merged)), ("readonly", .bool(spec.isReadOnly))])),
      ("process", process.json(capabilities, terminal: .plain)),
      ("mounts", .array((mounts + mounted.map(RuntimeMount.init(device:))).map(\.json))),
      ("linux", linux(devices: variant.mountsDevices ? [] : all + named, rules: named.map(\.rule))),
    ])
  }

  private func linux(devices: [ContainerDevice], rules: [DeviceRule]) -> JSONText {
    var namespaces = ["pid", "ipc", "uts", "mount"]
    if spec.network == .none { namespaces.append("network") }
    let limits = variant.limits
    let rules = [DeviceRule(allows: spec.privileged)] + rules
    return .members([
      ("namespaces", .array(namespaces.map { .members([("type", .string($0))]) })),
      ("devices", devices.isEmpty ? nil : .array(devices.map(\.json))),
      ("cgroupsPath", limits.path(for: spec.limits, scratch).map { .string($0) }),
      ("resources", .members([("devices", .array(rules.map(\.json)))] + limits.members(for: spec.limits))),
      ("seccomp", spec.privileged || !variant.canFilter ? nil : SystemCallFilter(for: capabilities).json),
      ("maskedPaths", spec.privileged ? nil : .strings(maskedPaths)),
      ("readonlyPaths", spec.privileged ? nil : .strings(Self.readOnlyPaths)),
    ])
  }

  /// What tells about or steers the whole machine.
  private var maskedPaths: [String] {
    [
      "/proc/asound", "/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
      "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware",
      "/sys/devices/virtual/powercap",
    ] + (seesSystemOfHost ? ["/sys/fs/cgroup"] : [])
  }

  /// Whether `/sys` is the host's: to have one made, a user namespace needs a network of its own.
  private var seesSystemOfHost: Bool { variant.identities != nil && spec.network != .none }

  private static let readOnlyPaths = [
    "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger",
  ]
}

extension RuntimeConfiguration {
  private var mounts: [RuntimeMount] {
    let options = ["nosuid", "noexec", "nodev"] + (spec.privileged ? [] : ["ro"])
    // The gid 5 is that of terminals in any distribution.
    let terminals = variant.identities.map { $0.hasGroup(5) } ?? true ? ["gid=5"] : []
    return [
      RuntimeMount("/proc", "proc", "proc", ["nosuid", "noexec", "nodev"]),
      RuntimeMount("/dev", "tmpfs", "tmpfs", ["nosuid", "strictatime", "mode=755", "size=65536k"]),
      RuntimeMount(
        "/dev/pts", "devpts", "devpts",
        ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620"] + terminals),
      // There is no terminal behind it: what is written there goes nowhere.
      RuntimeMount("/dev/console", "bind", "/dev/null", ["bind", "nosuid", "noexec"]),
      // Ansible's worker processes need it.
      RuntimeMount("/dev/shm", "tmpfs", "shm", ["nosuid", "noexec", "nodev", "mode=1777", "size=65536k"]),
      RuntimeMount("/dev/mqueue", "mqueue", "mqueue", ["nosuid", "noexec", "nodev"]),
      // A fresh one where that can be: the host's brings its control groups along.
      seesSystemOfHost
        ? RuntimeMount("/sys", "bind", "/sys", ["rbind"] + options)
        : RuntimeMount("/sys", "sysfs", "sysfs", options),
    ] + etcMounts + volumeMounts + spec.tmpfs.map(RuntimeMount.init(tmpfs:))
      + spec.mounts.map(RuntimeMount.init(spec:))
  }

  /// Files that name the machine: the container's own, writable, and never part of an image.
  private var etcMounts: [RuntimeMount] {
    ["hosts", "hostname", "resolv.conf"].map { name in
      RuntimeMount("/etc/\(name)", "bind", scratch.etc + "/" + name, ["bind", "rw", "nosuid", "nodev"])
    }
  }

  private var volumeMounts: [RuntimeMount] {
    volumes.enumerated().map { index, path in
      RuntimeMount(path, "bind", "\(scratch.volumes)/\(index)", ["bind", "rw", "nodev"])
    }
  }
}
