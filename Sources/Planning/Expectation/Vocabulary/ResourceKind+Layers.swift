/// The sections about all layers of an image.
extension ResourceKind {
  static let secrets = ResourceKind(
    "secrets", "secret",
    about: "Secrets by the shapes of their values, in every layer and in the configuration.",
    presence: nil,
    [PropertyKind("count", .scalar, PlainValue.number, "How many there are; 0 where nothing is written.")],
    settings: [SettingKind("except", .list, "Patterns of paths of files that do not count.")],
    synonyms: ["exclude": "except", "allow": "except", "ignore": "except"])

  static let diff = ResourceKind(
    "diff", "difference", about: "How the image differs from one that was approved.", presence: nil,
    [
      PropertyKind("added", .scalar, PlainValue.number, "How many paths only this image has."),
      PropertyKind("removed", .scalar, PlainValue.number, "How many paths only the approved one has."),
      PropertyKind("changed", .scalar, PlainValue.number, "How many paths are otherwise in both."),
      PropertyKind(
        "configuration", .scalar, PlainValue.number, "How many settings of the configuration differ."),
    ],
    settings: [
      SettingKind("image", .text, "The approved image, as commands take images."),
      SettingKind("except", .list, "Patterns of paths of files that do not count."),
    ],
    synonyms: ["exclude": "except", "ignore": "except", "from": "image", "base": "image"])

  static let efficiency = ResourceKind(
    "efficiency", "efficiency",
    about: "How much of the layers is lost to files that later ones replace or remove.",
    presence: nil,
    [
      PropertyKind(
        "score", .scalar, PlainValue.number, "The part that is of use, from 0 to 1: `{ge: 0.95}`."),
      PropertyKind("wasted-bytes", .scalar, PlainValue.number, "How many bytes are lost."),
      PropertyKind("wasted-percent", .scalar, PlainValue.number, "Which part is lost, in per cent."),
    ],
    synonyms: ["wasted": "wasted-bytes", "lowestEfficiency": "score", "highestWastedBytes": "wasted-bytes"])
}
