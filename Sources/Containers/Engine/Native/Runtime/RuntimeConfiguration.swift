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
  /// Whether the runtime can filter system calls.
  let canFilter: Bool

  /// The container's first process.
  struct Process: Sendable, Hashable {
    var arguments: [String]
    var environment: [String: String]
    var workingDirectory: String
    var user: ContainerUser
  }

  /// What every container is called on the inside: a name that differs from run to run would end up in
  /// images.
  static let hostName = "build"

  func json() throws(EngineError) -> JSONText {
    .members([
      ("ociVersion", .string("1.0.2")),
      ("hostname", .string(Self.hostName)),
      ("root", .members([("path", .string(scratch.merged)), ("readonly", .bool(false))])),
      ("process", processJSON),
      ("mounts", .array(mounts.map(\.json))),
      ("linux", try linux()),
    ])
  }

  private var processJSON: JSONText {
    let names = JSONText.strings(capabilities.capabilities.map(\.name))
    // Another user than root holds none, but may regain them through programs of root's.
    let held = process.user.id == 0 ? names : .array([])
    return .members([
      ("terminal", .bool(false)),
      (
        "user",
        .members([
          ("uid", .integer(Int(process.user.id))), ("gid", .integer(Int(process.user.group))),
          ("umask", .integer(0o022)),
          ("additionalGids", .array(process.user.groups.map { .integer(Int($0)) })),
        ])
      ),
      ("args", .strings(process.arguments)),
      ("env", .strings(process.environment.map { "\($0)=\($1)" }.sorted())),
      ("cwd", .string(process.workingDirectory)),
      ("capabilities", .members([("bounding", names), ("effective", held), ("permitted", held)])),
      ("noNewPrivileges", .bool(false)),
    ])
  }

  private func linux() throws(EngineError) -> JSONText {
    var namespaces = ["pid", "ipc", "uts", "mount"]
    if spec.network == .none { namespaces.append("network") }
    let named = try spec.devices.map { (text) throws(EngineError) in try ContainerDevice(text) }
    let paths = Set(named.map(\.path))
    let devices = (spec.privileged ? ContainerDevice.all().filter { !paths.contains($0.path) } : []) + named
    let rules = [DeviceRule(allows: spec.privileged)] + named.map(\.rule)
    return .members([
      ("namespaces", .array(namespaces.map { .members([("type", .string($0))]) })),
      ("devices", devices.isEmpty ? nil : .array(devices.map(\.json))),
      ("resources", .members([("devices", .array(rules.map(\.json)))])),
      ("seccomp", spec.privileged || !canFilter ? nil : SystemCallFilter(for: capabilities).json),
      ("maskedPaths", spec.privileged ? nil : .strings(Self.maskedPaths)),
      ("readonlyPaths", spec.privileged ? nil : .strings(Self.readOnlyPaths)),
    ])
  }

  /// What tells about or steers the whole machine.
  private static let maskedPaths = [
    "/proc/asound", "/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
    "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware", "/sys/devices/virtual/powercap",
  ]
  private static let readOnlyPaths = [
    "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger",
  ]
}

extension RuntimeConfiguration {
  private var mounts: [RuntimeMount] {
    let readOnly = spec.privileged ? [] : ["ro"]
    return [
      RuntimeMount("/proc", "proc", "proc", ["nosuid", "noexec", "nodev"]),
      RuntimeMount("/dev", "tmpfs", "tmpfs", ["nosuid", "strictatime", "mode=755", "size=65536k"]),
      RuntimeMount(
        "/dev/pts", "devpts", "devpts",
        ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]),
      // Ansible's worker processes need it.
      RuntimeMount("/dev/shm", "tmpfs", "shm", ["nosuid", "noexec", "nodev", "mode=1777", "size=65536k"]),
      RuntimeMount("/dev/mqueue", "mqueue", "mqueue", ["nosuid", "noexec", "nodev"]),
      // A fresh one: the host's would bring its control groups along, and those writable.
      RuntimeMount("/sys", "sysfs", "sysfs", ["nosuid", "noexec", "nodev"] + readOnly),
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
