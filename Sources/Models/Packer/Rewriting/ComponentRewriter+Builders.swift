import DataSyntax
import Source

extension ComponentRewriter {
  /// What is old in a builder, beside what the table says.
  func builderRewrites() -> [TemplateRewrite] {
    var found = [checksum(), diskSize(), compaction()].compactMap { $0 } + creationTimes() + cleaning()
    if type == "vsphere-iso" { found += [networkAdapters(), storage()].compactMap { $0 } }
    return found
  }

  /// `iso_md5`, `iso_checksum_type` and `iso_checksum_url` went into `iso_checksum`.
  private func checksum() -> TemplateRewrite? {
    let md5 = entry("iso_md5").flatMap { $0.value.kind == .string ? $0 : nil }
    let old = [md5, entry("iso_checksum_type"), entry("iso_checksum_url")].compactMap { $0 }
    guard !old.isEmpty else { return nil }
    let written = entry("iso_checksum")
    let others = map.entries.count { $0.key.string == "iso_checksum" }
    guard others == (written == nil ? 0 : 1) else { return nil }
    let new = checksumText(md5: md5, written: written)
    return rewrite(.renamed(old[0].key.string ?? "", to: "iso_checksum"), at: old.map(\.key)) { editor in
      var going = old
      if let new, let written {
        if written.value.string != new || written.value.kind != .string {
          editor.replace(written.value, with: .string(new))
        }
      } else if let new, let first = going.first {
        editor.rename(first.key, to: "iso_checksum")
        if first.value.string != new { editor.replace(first.value, with: .string(new)) }
        going.removeFirst()
      }
      for entry in going { editor.remove(entry, from: map, comments: .stay) }
    }
  }

  /// What the checksum is to be; nil where it stays.
  private func checksumText(md5: DataEntry?, written: DataEntry?) -> String? {
    func text(_ entry: DataEntry?) -> String? {
      guard let entry, entry.value.kind == .string, let text = entry.value.string, !text.isEmpty else {
        return nil
      }
      return text
    }
    if let address = text(entry("iso_checksum_url")) { return "file:" + address }
    let type = md5 == nil ? text(entry("iso_checksum_type")) : "md5"
    guard let type, let sum = text(md5 ?? written) else { return nil }
    // Some name the kind twice already, and `none` has no kind.
    let isWhole = sum.lowercased().hasPrefix(type.lowercased() + ":") || sum == "none"
    return isWhole ? sum : "\(type):\(sum)"
  }

  /// A number of megabytes became a text with its unit.
  private func diskSize() -> TemplateRewrite? {
    guard type == "qemu", let entry = entry("disk_size"), entry.value.kind == .number,
      let number = entry.value.string.flatMap(NumberText.value), number >= 0, number < 1e15
    else { return nil }
    let new = "\(Int(number))M"
    return rewrite(
      .reshaped("`disk_size` is a number without a unit", help: "write `\"\(new)\"`"), at: [entry.value]
    ) { $0.replace(entry.value, with: .string(new)) }
  }

  /// A disk on ESXi that is not thin must not be compacted.
  private func compaction() -> TemplateRewrite? {
    guard type == "vmware-iso", let remote = entry("remote_type"), remote.value.kind == .string,
      remote.value.string == "esx5"
    else { return nil }
    let disk = entry("disk_type_id")
    let skip = entry("skip_compaction")
    guard disk == nil || disk?.value.kind == .string && disk?.value.string != "thin",
      disk == nil || skip?.value.bool != true
    else { return nil }
    return rewrite(
      .reshaped("a disk on ESXi that is not thin cannot be compacted", help: "set `skip_compaction` to true"),
      at: [disk?.value ?? remote.value]
    ) { editor in
      var new: [DataFragment.Entry] = []
      if disk == nil { new.append(.new("disk_type_id", .value(.string("zeroedthick")))) }
      if let skip {
        if skip.value.bool != true { editor.replace(skip.value, with: .bool(true)) }
      } else {
        new.append(.new("skip_compaction", .value(.bool(true))))
      }
      if !new.isEmpty { editor.insert(new, after: disk ?? remote, in: map) }
    }
  }

  /// The options of one network card became a list of cards.
  private func networkAdapters() -> TemplateRewrite? {
    let names = ["network": "network", "networkCard": "network_card", "network_card": "network_card"]
    return gathered(["network", "networkCard", "network_card"], as: names, in: "network_adapters")
  }

  /// The options of one disk became a list of disks.
  private func storage() -> TemplateRewrite? {
    let names = ["disk_size", "disk_thin_provisioned", "disk_eagerly_scrub"]
    return gathered(names, as: Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }), in: "storage")
  }

  private func gathered(_ options: [String], as names: [String: String], in list: String) -> TemplateRewrite?
  {
    let old = options.compactMap { entry($0) }
    guard let first = old.first, Set(old.compactMap { names[$0.key.string ?? ""] }).count == old.count else {
      return nil
    }
    let target = map.entries.filter { $0.key.string == list }
    guard target.count <= 1, target.allSatisfy({ $0.value.kind == .sequence }) else { return nil }
    let words = old.compactMap { $0.key.string.map { "`\($0)`" } }.joined(separator: ", ")
    let help = "write them as the first entry of `\(list)`"
    return rewrite(.reshaped("\(words) of one device became a list", help: help), at: old.map(\.key)) {
      editor in
      let moved = DataFragment.mapping(
        old.map { entry in
          let name = names[entry.key.string ?? ""]
          return .written(entry, key: name == entry.key.string ? nil : name)
        })
      if let target = target.first {
        editor.insert([moved], afterItemAt: nil, in: target.value)
        for entry in old { editor.remove(entry, from: map, comments: .stayAround) }
      } else {
        editor.replace(first, in: map, by: [.new(list, .sequence([moved]))])
        for entry in old.dropFirst() { editor.remove(entry, from: map, comments: .stayAround) }
      }
    }
  }
}
