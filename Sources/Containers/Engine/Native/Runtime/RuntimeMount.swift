import DataSyntax

/// Something that is mounted in a container (OCI runtime specification, `mounts`).
struct RuntimeMount: Sendable, Hashable {
  let destination: String
  let type: String
  let source: String
  let options: [String]

  init(_ destination: String, _ type: String, _ source: String, _ options: [String]) {
    self.destination = destination
    self.type = type
    self.source = source
    self.options = options
  }

  /// A tmpfs as `docker run --tmpfs` takes it: `PATH[:OPTIONS]`.
  init(tmpfs text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let own = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
    self.init(parts.first ?? "/", "tmpfs", "tmpfs", ["nosuid", "nodev", "noexec"] + own)
  }

  /// A folder or file of the host.
  init(spec mount: ContainerSpec.Mount) {
    self.init(mount.destination, "bind", mount.source, ["rbind", "rprivate", mount.isReadOnly ? "ro" : "rw"])
  }

  /// A device of the machine, as it lies there.
  init(device: ContainerDevice) {
    self.init(
      device.path, "bind", device.source,
      ["bind", "nosuid", "noexec", device.access.contains("w") ? "rw" : "ro"])
  }

  var json: JSONText {
    .members([
      ("destination", .string(destination)), ("type", .string(type)), ("source", .string(source)),
      ("options", .strings(options)),
    ])
  }
}
