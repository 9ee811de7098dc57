package import Source

extension NodeFacts {
  /// The facts of a machine of which only the platform is known, and whether it is a container.
  package init(
    _ platform: ChefPlatform, codename: String? = nil, isContainer: Bool = false, at origin: Location
  ) {
    var entries: [PlainValue.Entry] = []
    func text(_ key: String, _ value: String?) {
      guard let value else { return }
      entries.append(.init(Located(key, at: origin), PlainValue(.string(value), at: origin)))
    }
    func map(_ key: String, _ inner: [(String, PlainValue)]) {
      let content = inner.map { PlainValue.Entry(Located($0.0, at: origin), $0.1) }
      entries.append(.init(Located(key, at: origin), PlainValue(.hash(content), at: origin)))
    }
    text("os", platform.system)
    text("platform", platform.name)
    text("platform_family", platform.family)
    text("platform_version", platform.version)
    if platform.system == "linux" { text("root_group", "root") }
    if let codename, let name = platform.name, let version = platform.version {
      let open = PlainValue(.unknown(UnknownReason("Ohai tells it on the machine")), at: origin)
      let id = name.prefix(1).uppercased() + name.dropFirst()
      map(
        "lsb",
        [
          ("codename", PlainValue(.string(codename), at: origin)),
          ("id", PlainValue(.string(id), at: origin)),
          ("release", PlainValue(.string(version), at: origin)), ("description", open),
        ])
    }
    if isContainer {
      let guest = PlainValue(.string("guest"), at: origin)
      let systems = [PlainValue.Entry(Located("docker", at: origin), guest)]
      map(
        "virtualization",
        [
          ("system", PlainValue(.string("docker"), at: origin)), ("role", guest),
          ("systems", PlainValue(.hash(systems), at: origin)),
        ])
    }
    self.init(platform: platform, attributes: PlainValue(.hash(entries), at: origin))
    self.isContainer = isContainer
    if isContainer { runsSystemd = false }
  }
}
