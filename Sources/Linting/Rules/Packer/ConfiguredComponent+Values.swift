import Packer
import Source

extension ConfiguredComponent {
  /// The component in words: "builder `docker`".
  var subject: String { "\(kind.words) `\(type.value)`" }
}

extension OptionValue {
  /// The value and all values in it, by the keys that lead there; bounded by what the template's reader admits.
  var flattened: [(key: String?, value: OptionValue)] {
    switch content {
    case .list(let items): items.flatMap(\.flattened)
    case .map(let entries):
      entries.flatMap { entry in
        entry.value.isScalar ? [(entry.key.value, entry.value)] : entry.value.flattened
      }
    default: [(nil, self)]
    }
  }

  /// Whether it is neither a list nor a map.
  var isScalar: Bool {
    switch content {
    case .list, .map: false
    default: true
    }
  }

  /// Its text where all of it is known before the run.
  var string: String? { text.value?.value.complete }
}
