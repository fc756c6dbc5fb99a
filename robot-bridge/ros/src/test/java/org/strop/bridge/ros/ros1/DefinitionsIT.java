package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.strop.bridge.ros.ros1.codec.MessageType;
import org.strop.bridge.ros.ros1.codec.MessageTypes;

/** Our definitions beside those of the ROS that is installed. */
@Tag("ros")
@Timeout(60)
class DefinitionsIT {
  @TempDir Path folder;

  @Test
  void definitionsAndSumsAreThoseOfRosByteByByte() throws Exception {
    RosTools.require();
    List<String> command = new ArrayList<>(List.of("python3", RosTools.script("full_text.py")));
    MessageTypes.all().forEach(type -> command.add(type.rosType()));
    List<Object> theirs = new ArrayList<>();
    try (RosTools tools = new RosTools(URI.create("http://127.0.0.1:1/"), folder)) {
      Load json = new Load(LoadSettings.builder().build());
      tools
          .run(command.toArray(String[]::new))
          .lines()
          .forEach(line -> theirs.add(json.loadFromString(line)));
    }
    List<Object> ours = new ArrayList<>();
    for (MessageType<?> type : MessageTypes.all()) {
      ours.add(Map.of("type", type.rosType(), "md5", type.md5(), "text", type.fullDefinition()));
    }
    assertThat(theirs).isEqualTo(ours);
  }
}
