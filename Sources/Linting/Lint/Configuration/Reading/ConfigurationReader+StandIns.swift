import DataSyntax
import Project
import Source

/// Reading of `stand-ins`.
extension ConfigurationReader {
  static let standInKeys = ["builds", "images", "systems", "packages"]

  mutating func readStandIns(_ value: DataNode) {
    let help = "write `builds:`, `images:`, `systems:` or `packages:` below it"
    for entry in mapping(value, "stand-ins", help: help) ?? [] {
      switch entry.key.string {
      case "builds":
        configuration.standIns.builds = images(
          entry.value, of: "builds", help: "write a build, or a builder's type, and an image, `auto` or `off`"
        )
      case "images":
        configuration.standIns.images = images(
          entry.value, of: "images", help: "write an image, and the one that is taken in its place")
      case "systems": readSystems(entry.value)
      case "packages":
        configuration.standIns.packages = texts(entry.value, of: "packages", help: "name packages, as `curl`")
      case let key:
        settings.add(
          unknownSetting: entry.key, among: Self.standInKeys,
          message: "`stand-ins` has no setting `\(key ?? "")`")
      }
    }
  }

  /// Names with images.
  private mutating func images(
    _ value: DataNode, of setting: String, help: String
  ) -> [(name: Located<String>, image: Located<String>)] {
    (mapping(value, setting, help: help) ?? []).compactMap { entry in
      // `off` is a boolean in YAML 1.1.
      let image = entry.value.bool == false ? "off" : entry.value.string
      guard entry.value.isScalar, !isNothing(entry.value), let image, !image.isEmpty,
        image.utf8.allSatisfy({ $0 > 0x20 })
      else {
        refuse(entry.value, setting, help: help)
        return nil
      }
      return (
        name: Located(entry.key.string ?? "", at: entry.key.contentLocation),
        image: Located(image, at: entry.value.contentLocation)
      )
    }
  }

  private mutating func readSystems(_ value: DataNode) {
    guard value.kind == .sequence else {
      if !isNothing(value) {
        refuse(value, "systems", help: "write a list of entries with `says` and `image`")
      }
      return
    }
    for item in value.items where !isNothing(item) {
      do throws(StandInRule.Fault) {
        configuration.standIns.systems.append(try StandInRule(item))
      } catch {
        values.add(error.message, at: error.location, help: error.help)
      }
      for entry in item.entries where !["says", "image", "unclear", "foreign"].contains(entry.key.string) {
        settings.add(
          unknownSetting: entry.key, among: ["says", "image", "unclear", "foreign"],
          message: "an entry of `systems` has no key `\(entry.key.string ?? "")`")
      }
    }
  }
}
