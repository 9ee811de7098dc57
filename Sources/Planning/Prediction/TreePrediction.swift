import Chef
import Expectation
import Matching
import Packer
import Plan
import Project
import Source

/// What the steps of a build leave in the image for sure: a step that may do anything makes all unknown again.
struct TreePrediction: Sendable {
  private var facts: [Target: [String: Prediction.Fact]] = [:]
  /// Whether a step may have done anything.
  private(set) var isOpen = false
  /// Paths that steps may have changed, with all below them.
  private(set) var touched: [String] = []
  /// The links that are on the way to what is known.
  var aliases = PathAliases()

  func fact(of target: Target, _ property: String) -> Prediction.Fact? { facts[target]?[property] }

  /// Whether a step has a say in a thing.
  func knows(_ target: Target) -> Bool { facts[target] != nil }

  /// Takes in what a step does.
  mutating func take(_ step: Step, scripts: [ProjectScript]) {
    switch step.type {
    case "sleep", "breakpoint", "shell-local": break
    case "file": takeUploads(step)
    case "shell":
      let reach = ScriptReach(scripts, isWhole: !step.rehearsal.hasUnreadScripts && !scripts.isEmpty)
      guard let paths = reach.touched else { return forgetAll() }
      touched += paths
      forget { [aliases] in !reach.spares($0, aliases) }
    default:
      forgetAll()
      guard let compilation = step.compilation, compilation.unknowns.isEmpty, compilation.faults.isEmpty
      else { return }
      for (index, resource) in compilation.resources.enumerated() {
        take(resource, content: compilation.files.last { $0.resource == index }?.content)
      }
      // What a resource is told by another, be it to wait for that or not, may come after all.
      for resource in compilation.resources where !resource.leavesAll && resource.isTold(in: compilation) {
        if resource.isFile, let path = resource.path {
          forgetFiles(at: path, andBelow: true)
        } else {
          forgetAll()
        }
      }
    }
  }

  mutating func forgetAll() {
    facts = [:]
    isOpen = true
  }

  mutating func forget(where isTouched: (Target) -> Bool) {
    facts = facts.filter { !isTouched($0.key) }
  }

  /// Forgets a path, and where it is made or removed what that means for others.
  mutating func forgetFiles(at path: String, andBelow: Bool) {
    forget { [aliases, facts] target in
      guard case .file(let other) = target else { return false }
      return aliases.areSame(path, other) || andBelow && aliases.isBelow(other, path)
        // What is below a folder that was removed makes it anew.
        || aliases.isBelow(path, other) && facts[target]?["exists"]?.value == .bool(false)
    }
  }

  /// Sets all that is known of a thing now.
  mutating func set(_ target: Target, _ known: [String: Prediction.Fact]) { facts[target] = known }

  private mutating func takeUploads(_ step: Step) {
    guard case .provision(let operations) = step.action else { return forgetAll() }
    for operation in operations {
      switch operation {
      case .say, .download, .waitForKey, .sleep: break
      case .uploadFile(let upload):
        guard let path = upload.destination.complete, path.hasPrefix("/") else {
          forgetAll()
          break
        }
        // Where a folder is there, the file gets into it.
        touched.append(path)
        forgetFiles(at: path, andBelow: true)
        set(.file(path), ["exists": .init(.bool(true), by: "this step uploads the file", at: step.origin)])
      default: forgetAll()
      }
    }
  }
}

extension CompiledResource {
  /// Whether another resource tells it to do something, or it listens to one.
  fileprivate func isTold(in compilation: Compilation) -> Bool {
    guard subscribes.isEmpty, case .text(let name) = name else { return true }
    return compilation.resources.contains { other in
      other.notifies.contains { $0.target == nil || $0.target?.contains(name) == true }
    }
  }
}
