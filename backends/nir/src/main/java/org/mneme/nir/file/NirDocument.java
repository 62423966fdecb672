package org.mneme.nir.file;

import org.mneme.nir.graph.NirGraph;

/**
 * What a NIR file holds.
 *
 * @param version of the tool that wrote it, such as "1.0.8"; empty where the file, older than 0.2, says nothing
 * @param graph the graph, not checked
 */
public record NirDocument(String version, NirGraph graph) {}
