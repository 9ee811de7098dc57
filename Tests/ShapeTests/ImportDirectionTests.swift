import Host
import Support
import Testing

/// The module table of the design, held.
@Suite struct ImportDirectionTests {
  @Test func `A module imports only what stands before it`() throws {
    let files = try SourceText.all(in: "Sources", [".swift"])
    #expect(files.count > 100)
    var breaches: [String] = []
    for file in files {
      guard let module = file.module else { continue }
      guard let place = ModuleTable.order.firstIndex(of: module) else {
        breaches.append("\(file.path): the module table does not know `\(module)`")
        continue
      }
      for name in file.imports {
        if let other = ModuleTable.order.firstIndex(of: name), other >= place {
          breaches.append("\(file.path): `\(module)` imports `\(name)`, which does not stand before it")
        }
        if let allowed = ModuleTable.reserved[name], !allowed.contains(module) {
          breaches.append("\(file.path): only \(allowed.sorted()) may import `\(name)`")
        }
      }
    }
    #expect(breaches == [])
  }

  @Test func `Nobody imports Foundation`() throws {
    let files = try SourceText.all(in: "Sources", [".swift"]) + SourceText.all(in: "Tests", [".swift"])
    #expect(files.filter { $0.imports.contains("Foundation") }.map(\.path) == [])
  }

  @Test func `The folders of Sources are those of the table`() throws {
    let disk = Disk(workingDirectory: Repository.root)
    let package = String(decoding: try disk.read("Package.swift", limit: 1 << 20), as: UTF8.self)
    for folder in try disk.list("Sources") where !["C", "EmbedRules", "ovenproof"].contains(folder) {
      let known = ModuleTable.folders.first { $0.name == folder }
      for module in try disk.list("Sources/" + folder) {
        #expect(known?.modules.contains(module) == true, "Sources/\(folder)/\(module) is not in the table")
        let isDeclared = package.contains("\"\(module)\", in: \"\(folder)\"")
        #expect(isDeclared, "Package.swift has no module \(module) in \(folder)")
      }
    }
  }
}
