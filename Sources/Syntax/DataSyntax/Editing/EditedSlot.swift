import Source

/// An element or an entry of a container as it lies in the text.
struct EditedSlot {
  /// From the key, the element or the dash of a block sequence to the end of the value.
  let range: ByteRange
  /// The comma behind it, in brackets.
  let comma: Int?
}

/// What is to become of the parts of one container.
struct ContainerPlan {
  /// What is to become of an element or an entry.
  enum Fate {
    case stays
    case goes(DataEditor.Comments)
    case becomes(EditedPart)
  }

  var fates: [Fate]
  /// What is inserted after each part.
  var after: [[EditedPart]]
  /// What is inserted before all parts.
  var front: [EditedPart] = []

  init(count: Int) {
    fates = Array(repeating: .stays, count: count)
    after = Array(repeating: [], count: count)
  }

  /// Whether a part is taken out.
  func goes(_ index: Int) -> Bool { if case .goes = fates[index] { true } else { false } }

  /// What becomes of the comments of a part that is taken out.
  func comments(of index: Int) -> DataEditor.Comments {
    if case .goes(let comments) = fates[index] { comments } else { .go }
  }

  /// The parts that are there afterwards.
  var survivors: [Int] { fates.indices.filter { !goes($0) } }

  /// Where everything goes and something comes, that comes in the place of the first part.
  mutating func settle() {
    let new = front + after.flatMap { $0 }
    guard survivors.isEmpty, !fates.isEmpty, let first = new.first else { return }
    self = ContainerPlan(count: fates.count)
    for index in fates.indices { fates[index] = .goes(.go) }
    fates[0] = .becomes(first)
    after[0] = Array(new.dropFirst())
  }

  /// The parts that stay, each with what is inserted after it and after those behind it that go.
  var kept: [(index: Int, inserted: [EditedPart])] {
    var kept: [(index: Int, inserted: [EditedPart])] = []
    for index in fates.indices {
      if !goes(index) {
        kept.append((index, after[index]))
      } else if !kept.isEmpty {
        kept[kept.count - 1].inserted += after[index]
      }
    }
    return kept
  }

  /// What is inserted before the first part that stays.
  var insertionsAtFront: [EditedPart] { front + after[..<(survivors.first ?? 0)].flatMap { $0 } }
}

/// An element or an entry that is to be written.
enum EditedPart {
  case entry(DataFragment.Entry)
  case element(DataFragment)
}
