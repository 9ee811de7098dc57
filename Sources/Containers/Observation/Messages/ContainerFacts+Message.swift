import DataSyntax

/// Which facts of a container are wanted beside those that are always read.
package struct FactsRequest: Sendable, Hashable {
  /// Names of the kernel's parameters, with dots.
  package var parameters: Set<String> = []
  /// Mount points of which it is wanted how full they are.
  package var mountPoints: Set<String> = []

  package init() {}

  package var message: Message {
    Message(
      .members([
        ("parameters", .strings(parameters.sorted())), ("mounts", .strings(mountPoints.sorted())),
      ]))
  }

  /// Reads what `message` holds.
  package init?(message bytes: [UInt8]) {
    guard let (head, _) = Message.parts(of: bytes) else { return nil }
    parameters = Set(head["parameters"]?.texts ?? [])
    mountPoints = Set(head["mounts"]?.texts ?? [])
  }

  package mutating func formUnion(_ other: FactsRequest) {
    parameters.formUnion(other.parameters)
    mountPoints.formUnion(other.mountPoints)
  }
}

extension ContainerFacts {
  package var message: Message {
    Message(
      .members([
        (
          "sockets",
          .array(
            sockets.map { .array([.string($0.network.rawValue), .string($0.address), .integer($0.port)]) })
        ),
        ("processes", .array(processes.map(\.json))), ("mounts", .array(mounts.map(\.json))),
        (
          "interfaces",
          .array(
            interfaces.map { .array([.string($0.name), .strings($0.addresses), .integer($0.mtu)]) })
        ), ("parameters", .strings(parameters)),
        ("usage", .array(usage.sorted { $0.key < $1.key }.map { .array([.string($0), .integer($1)]) })),
      ]))
  }

  /// Reads what `message` holds.
  package init?(message bytes: [UInt8]) {
    guard let (head, _) = Message.parts(of: bytes) else { return nil }
    sockets = (head["sockets"]?.items ?? []).compactMap(ListeningSocket.init(_:))
    processes = (head["processes"]?.items ?? []).compactMap(ContainerProcess.init(_:))
    mounts = (head["mounts"]?.items ?? []).compactMap(MountPoint.init(_:))
    interfaces = (head["interfaces"]?.items ?? []).compactMap(NetworkInterface.init(_:))
    for entry in head["parameters"]?.entries ?? [] {
      if let name = entry.key.string { parameters[name] = entry.value.string }
    }
    for pair in head["usage"]?.items ?? [] where pair.items.count == 2 {
      if let path = pair.items[0].string { usage[path] = pair.items[1].integer }
    }
  }
}

extension ListeningSocket {
  fileprivate init?(_ node: DataNode) {
    let parts = node.items
    guard parts.count == 3, let network = parts[0].string.flatMap(Network.init(rawValue:)),
      let address = parts[1].string, let port = parts[2].integer
    else { return nil }
    self.init(network: network, address: address, port: port)
  }
}

extension NetworkInterface {
  fileprivate init?(_ node: DataNode) {
    let parts = node.items
    guard parts.count == 3, let name = parts[0].string, let mtu = parts[2].integer else { return nil }
    self.init(name: name, addresses: parts[1].texts, mtu: mtu)
  }
}

extension ContainerProcess {
  fileprivate var json: JSONText {
    .members([
      ("number", .integer(number)), ("name", .string(name)), ("user", .integer(user)),
      ("arguments", .strings(arguments)), ("ended", .bool(hasEnded)),
    ])
  }

  fileprivate init?(_ node: DataNode) {
    guard let number = node["number"]?.integer, let name = node["name"]?.string,
      let user = node["user"]?.integer
    else { return nil }
    self.init(
      number: number, name: name, user: user, arguments: node["arguments"]?.texts ?? [],
      hasEnded: node["ended"]?.bool ?? false)
  }
}

extension MountPoint {
  fileprivate var json: JSONText {
    .members([
      ("path", .string(path)), ("source", .string(source)), ("type", .string(fileSystem)),
      ("options", .strings(options)), ("super", .strings(fileSystemOptions)),
    ])
  }

  fileprivate init?(_ node: DataNode) {
    guard let path = node["path"]?.string, let source = node["source"]?.string,
      let type = node["type"]?.string
    else { return nil }
    self.init(
      path: path, source: source, fileSystem: type, options: node["options"]?.texts ?? [],
      fileSystemOptions: node["super"]?.texts ?? [])
  }
}
