import DataSyntax
import Source

/// Reading of `snapshots` and `registries`.
extension ConfigurationReader {
  static let snapshotKeys = ["max-age", "size"]
  static let registryKeys = ["patience"]

  mutating func readSnapshots(_ value: DataNode) {
    let help = "write `max-age:` and `size:` below it"
    for entry in mapping(value, "snapshots", help: help) ?? [] {
      let text = entry.value.isScalar ? entry.value.string : nil
      switch entry.key.string {
      case "max-age":
        guard let limit = text.flatMap({ TimeLimit($0) }) else {
          refuse(entry.value, "max-age", help: "write a span, as `24h` or `7d`, or `never`")
          continue
        }
        configuration.snapshots.maxAge = Located(limit, at: entry.value.contentLocation)
      case "size":
        guard let bytes = text.flatMap({ ByteCount.bytes($0) }) else {
          refuse(entry.value, "size", help: "write a number of bytes, as `10 GB` or `500 MiB`")
          continue
        }
        configuration.snapshots.size = Located(bytes, at: entry.value.contentLocation)
      case let key:
        settings.add(
          unknownSetting: entry.key, among: Self.snapshotKeys,
          message: "`snapshots` has no setting `\(key ?? "")`")
      }
    }
  }

  mutating func readRegistries(_ value: DataNode) {
    for entry in mapping(value, "registries", help: "write `patience:` below it") ?? [] {
      guard entry.key.string == "patience" else {
        settings.add(
          unknownSetting: entry.key, among: Self.registryKeys,
          message: "`registries` has no setting `\(entry.key.string ?? "")`")
        continue
      }
      let text = entry.value.isScalar ? entry.value.string : nil
      guard let limit = text.flatMap({ TimeLimit($0) }), limit != .seconds(0) else {
        refuse(entry.value, "patience", help: "write a span, as `90s` or `10m`, or `never`")
        continue
      }
      configuration.registryPatience = Located(limit, at: entry.value.contentLocation)
    }
  }
}
