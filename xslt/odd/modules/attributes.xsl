<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes of an element: its own, and those of its classes and their classes.

     The nearest declaration wins. A class whose attributes all hold unchanged for the element is
     kept as a reference (r:group); of the others only what still holds is copied. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:function name="odd:attributes-of" as="element()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="owners" as="element()+" select="odd:owners($spec)"/>
    <xsl:for-each select="$owners">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="nearer" as="xs:string*"
          select="$owners[position() lt $place] ! .//tei:attDef/string(@ident)"/>
      <xsl:variable name="own" as="element(tei:attDef)*" select="odd:own-attributes(.)"/>
      <xsl:variable name="left" as="element(tei:attDef)*" select="$own[not(@ident = $nearer)]"/>
      <xsl:choose>
        <xsl:when test="self::tei:classSpec and count($left) eq count($own)">
          <xsl:if test="exists($own)"><r:group ref="{@ident}"/></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$left ! odd:attribute(.,
            ($owners[position() gt $place]//tei:attDef[@ident = current()/@ident])[1])"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The element, then its attribute classes from the nearest outwards, each once. -->
  <xsl:function name="odd:owners" as="element()+">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec"/>
    <xsl:variable name="above" as="element()*" select="
      $spec/tei:classes/tei:memberOf[starts-with(@key, 'att.')] ! odd:owners(odd:spec(.))"/>
    <xsl:for-each-group select="$above" group-by="string(@ident)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="odd:own-attributes" as="element(tei:attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:if test="$spec//tei:attList[@org = 'choice']">
      <xsl:sequence select="odd:refuse($spec, 'a choice between attributes has no counterpart in XSD:'
        || ' write a constraint')"/>
    </xsl:if>
    <xsl:sequence select="$spec/tei:attList/descendant::tei:attDef[not(@mode = 'delete')]"/>
  </xsl:function>

  <!-- One attribute; where it only changes an inherited one, the rest comes from there. -->
  <xsl:function name="odd:attribute" as="element(r:attribute)">
    <xsl:param name="own" as="element(tei:attDef)"/>
    <xsl:param name="inherited" as="element(tei:attDef)?"/>
    <xsl:variable name="layers" as="element(tei:attDef)+"
        select="$own, $inherited[$own/@mode = 'change']"/>
    <xsl:variable name="datatype" as="element(tei:datatype)?" select="$layers/tei:datatype => head()"/>
    <xsl:variable name="values" as="element(tei:valList)?" select="$layers/tei:valList => head()"/>
    <xsl:if test="empty($datatype) and not($values/@type = 'closed')">
      <xsl:sequence select="odd:refuse($own/ancestor::*[@ident][1], 'no datatype for @' || $own/@ident)"/>
    </xsl:if>
    <r:attribute name="{$own/@ident}" owner="{$own/ancestor::*[@ident][1]/@ident}"
        usage="{if ($layers/@usage => head() = 'req') then 'req' else 'opt'}"
        min="{($datatype/@minOccurs, 1)[1]}" max="{($datatype/@maxOccurs, 1)[1]}"
        desc="{odd:desc(($layers[tei:desc], $own)[1])}" open="{not($values/@type = 'closed')}">
      <xsl:choose>
        <xsl:when test="$values/@type = 'closed'">
          <xsl:apply-templates mode="type" select="$values"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="odd:type($datatype/*, $own/@ident)"/>
          <xsl:for-each select="$values/tei:valItem">
            <r:suggestion ident="{@ident}" desc="{odd:desc(.)}"/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </r:attribute>
  </xsl:function>

</xsl:stylesheet>
